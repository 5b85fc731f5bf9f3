package dev.emplace.power.domain.draw;

/** Output over input of a machine's power supplies, at idle and at full load; in between it is linear. */
public record SupplyEfficiency(double idle, double full) {
    /**
     * Titanium-class supplies: mean AC over mean DC power of the same MLPerf Training v4.0 runs is 0.967 to 0.984
     * at load; at idle 0.92 to 0.94.
     */
    public static final SupplyEfficiency TITANIUM = new SupplyEfficiency(0.94, 0.97);

    double at(double loadFraction) {
        return idle + (full - idle) * Math.min(1, loadFraction);
    }
}
