package dev.emplace.power.domain.capacity;

/** What is out: nothing, or one power node or cooling unit. */
record Scenario(String name, int failedElement) {
    static final String NOTHING_FAILED = "nothing failed";

    static final Scenario NOMINAL = new Scenario(NOTHING_FAILED, -1);
}
