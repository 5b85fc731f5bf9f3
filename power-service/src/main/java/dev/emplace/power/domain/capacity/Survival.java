package dev.emplace.power.domain.capacity;

/** What must not take a load's power away. */
public enum Survival {
    /** Anything that fails cuts it automatically, within seconds: it counts only while nothing has failed. */
    SHED_ON_FAILURE,
    /** The failure of a node on its path may take its power. */
    NO_FAILURE,
    /** Power and cooling hold while any one node is out. */
    ANY_SINGLE_FAILURE;

    /** Whether a failure may take the load's power away. */
    public boolean acceptsFailures() {
        return this != ANY_SINGLE_FAILURE;
    }
}
