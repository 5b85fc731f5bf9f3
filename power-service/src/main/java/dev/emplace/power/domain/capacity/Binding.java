package dev.emplace.power.domain.capacity;

/**
 * The limit that a load meets first, at one node in one scenario. All figures are watts.
 *
 * @param scenario {@link Scenario#NOTHING_FAILED} or the id of what failed
 * @param load without the demand
 * @param demand what the demand adds there
 */
public record Binding(LimitKind kind, String node, String scenario, long limit, long load, long demand) {
    /** By how much the demand is over the limit; 0 if it fits. */
    public long shortfall() {
        return Math.max(0, load + demand - limit);
    }

    /** What the limit has left after the demand; 0 if it does not fit. */
    public long headroom() {
        return Math.max(0, limit - load - demand);
    }

    public boolean fits() {
        return shortfall() == 0;
    }

    /** Whether this limit would be met sooner than the other as equal demands follow. */
    boolean meetsBefore(Binding other) {
        if (demand == 0 || other.demand == 0) {
            return demand > 0;
        }
        return (double) headroom() * other.demand < (double) other.headroom() * demand;
    }
}
