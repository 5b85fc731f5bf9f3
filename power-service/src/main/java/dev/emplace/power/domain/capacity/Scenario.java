package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Condition;

/** What is out: nothing, or one power node or cooling unit. */
record Scenario(String name, int failedElement) {
    static final String NOTHING_FAILED = "nothing failed";

    /** Before anything fails. */
    static Scenario nominal(Condition condition) {
        String out = condition.description();
        return new Scenario(out.isEmpty() ? NOTHING_FAILED : out, -1);
    }

    static Scenario failure(String id, int element, Condition condition) {
        String out = condition.description();
        return new Scenario(out.isEmpty() ? id : id + " during " + out, element);
    }
}
