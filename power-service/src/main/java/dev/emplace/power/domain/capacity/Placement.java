package dev.emplace.power.domain.capacity;

import java.util.List;
import java.util.Optional;

/** Where a demand goes, or why it goes nowhere. */
public sealed interface Placement {
    /**
     * The demand fits.
     *
     * @param next the limit that would be met first as such demands go on
     */
    record Placed(List<RackLoad> loads, Optional<Binding> next) implements Placement {
        public Placed {
            loads = List.copyOf(loads);
        }
    }

    /**
     * The demand does not fit.
     *
     * @param binding the limit that stops it; its load includes the part that fits
     * @param fittingAccelerators the most that would fit; 0 for a load in watts
     * @param fittingRacks for a load in watts, the most racks that would take it
     */
    record Refused(Binding binding, int fittingAccelerators, int fittingRacks) implements Placement {}
}
