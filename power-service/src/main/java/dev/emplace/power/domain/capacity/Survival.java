package dev.emplace.power.domain.capacity;

/** What must not take a load's power away. */
public enum Survival {
    /** The failure of a node on its path may take its power. */
    NO_FAILURE,
    /** Power and cooling hold while any one node is out. */
    ANY_SINGLE_FAILURE
}
