package dev.emplace.power.domain.draw;

import java.util.Map;

/**
 * What is known about the draw of one accelerator and of the machine that it usually sits in.
 *
 * @param id as in the catalog of accelerators
 * @param idleWatts of one accelerator, powered and unused
 * @param perServer accelerators in the usual machine
 * @param peakFraction highest 1 s mean over TDP without an enforced cap
 * @param nameplateWatts the maker's rating of the usual machine
 * @param liquidPercent part of the heat that leaves by liquid where liquid reaches the machine
 * @param measured false where the fractions are those of a like device
 * @param source where the figures come from
 */
public record AcceleratorProfile(
        String id,
        long tdpWatts,
        long idleWatts,
        int perServer,
        HostDraw host,
        Map<LoadClass, Fraction> fractions,
        double peakFraction,
        long nameplateWatts,
        int liquidPercent,
        boolean measured,
        String source) {
    public AcceleratorProfile {
        fractions = Map.copyOf(fractions);
        for (LoadClass load : LoadClass.values()) {
            if (load != LoadClass.IDLE && !fractions.containsKey(load)) {
                throw new IllegalArgumentException(id + " has no fraction for " + load);
            }
        }
    }

    Fraction fraction(LoadClass load) {
        Fraction known = fractions.get(load);
        if (known != null) {
            return known;
        }
        double idle = (double) idleWatts / tdpWatts;
        return new Fraction(idle, idle, idle);
    }
}
