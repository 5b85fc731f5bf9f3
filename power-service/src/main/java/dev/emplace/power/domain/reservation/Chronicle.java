package dev.emplace.power.domain.reservation;

import java.util.List;

/** Reads the journals of sites as they were written, without their locks. */
public interface Chronicle {
    /**
     * Transitions from that revision on, in order.
     *
     * <p>They begin later, or are none, where history was removed, or where a restored journal does not reach as far.
     */
    List<Transition> from(String site, long first, int limit);

    /** The first revision that is kept, or else the one that comes next. */
    long oldest(String site);
}
