package dev.emplace.power.domain.capacity;

/** What kind of limit binds. */
public enum LimitKind {
    POWER,
    COOLING,
    RACK_FEED,
    RACK_HEAT,
    POWER_SUPPLY,
    MACHINES,
    LAST_PATH
}
