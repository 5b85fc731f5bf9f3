package dev.emplace.power.domain.topology;

import java.util.List;

/**
 * A machine that carries heat away as long as one of its feeds lives and one of the units it rejects to.
 *
 * @param fedBy power nodes; it draws from those that live, evenly
 * @param rejectsTo units that take its heat on; empty for a unit that rejects outdoors
 * @param heatWatts heat that it carries on the design day
 * @param draw electrical draw
 */
public record CoolingUnit(
        String id, CoolingKind kind, List<String> fedBy, List<String> rejectsTo, long heatWatts, Draw draw) {
    /**
     * What a unit draws.
     *
     * @param watts on the design day at all its heat, which admission counts in full
     * @param constantWatts the part of it that it takes at any heat: fans and pumps of fixed speed
     * @param economiser whether a chiller rests its compressor while it is cold outdoors
     */
    public record Draw(long watts, long constantWatts, boolean economiser) {
        public Draw {
            if (watts < 0 || constantWatts < 0) {
                throw new IllegalArgumentException("a cooling unit draws no less than nothing");
            }
        }

        /** All of it follows the heat. */
        public static Draw following(long watts) {
            return new Draw(watts, 0, false);
        }
    }

    public CoolingUnit {
        fedBy = List.copyOf(fedBy);
        rejectsTo = List.copyOf(rejectsTo);
        if (heatWatts <= 0) {
            throw new IllegalArgumentException("a cooling unit carries heat");
        }
    }
}
