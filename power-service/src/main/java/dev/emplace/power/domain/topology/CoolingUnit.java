package dev.emplace.power.domain.topology;

import java.util.List;

/**
 * A machine that carries heat away as long as one of its feeds lives and one of the units it rejects to.
 *
 * @param fedBy power nodes; it draws from those that live, evenly
 * @param rejectsTo units that take its heat on; empty for a unit that rejects outdoors
 * @param heatWatts heat that it carries on the design day
 * @param drawWatts electrical draw then, which admission counts in full
 */
public record CoolingUnit(
        String id, CoolingKind kind, List<String> fedBy, List<String> rejectsTo, long heatWatts, long drawWatts) {
    public CoolingUnit {
        fedBy = List.copyOf(fedBy);
        rejectsTo = List.copyOf(rejectsTo);
        if (heatWatts <= 0 || drawWatts < 0) {
            throw new IllegalArgumentException("a cooling unit carries heat and draws no less than nothing");
        }
    }
}
