package dev.emplace.power.domain.draw;

import java.util.Optional;

/**
 * Wall power that was measured on one kind of machine, from which the rest of its draw is worked out: idle, and the means
 * of a heavy and of a light workload.
 *
 * @param accelerators in the machine that was measured, all of them used
 */
public record WallAnchors(int accelerators, double idleWatts, Anchor heavy, Anchor light) {
    /**
     * Mean watts at the wall under one workload.
     *
     * @param batch 0 where it is not known
     */
    public record Anchor(LoadClass load, int batch, Optional<ServedModel> model, double watts) {
        /** Of a class alone. */
        public Anchor(LoadClass load, double watts) {
            this(load, 0, Optional.empty(), watts);
        }
    }

    public WallAnchors {
        if (!(0 < idleWatts && idleWatts < light.watts() && light.watts() < heavy.watts())) {
            throw new IllegalArgumentException("a machine draws more at light work than idle, and most at heavy work");
        }
    }
}
