package dev.emplace.workload.domain.reserve;

import dev.emplace.workload.domain.plan.Plan;

/** What came of a wish to hold a plan's power. */
public sealed interface Reserved {

    /** The first placement's power is held, after so many plans. */
    record Holding(Plan plan, PowerHolds.Held held, int attempts) implements Reserved {}

    /** The request came before; its record is kept with what it holds. */
    record Before(PowerHolds.Held held) implements Reserved {}

    /** The first placement's power is not ours to hold. */
    record NotOurs(Plan plan, int attempts) implements Reserved {}

    /** There is no placement. */
    record NotPlaced(Plan plan, int attempts) implements Reserved {}
}
