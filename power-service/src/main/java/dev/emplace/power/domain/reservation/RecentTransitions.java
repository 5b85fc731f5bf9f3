package dev.emplace.power.domain.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last transitions of a site in memory, up to its newest: read once, however many watch. */
record RecentTransitions(List<Transition> transitions) {
    /** Each holds a reservation, which the ledger mostly holds as well; what is kept with it is not told, and dropped. */
    static final int MOST = 128;

    static final RecentTransitions NONE = new RecentTransitions(List.of());

    RecentTransitions {
        transitions = List.copyOf(transitions);
    }

    RecentTransitions and(List<Transition> newer) {
        if (newer.isEmpty()) {
            return this;
        }
        List<Transition> all = new ArrayList<>(transitions);
        newer.forEach(transition -> all.add(transition.withoutPayload()));
        return new RecentTransitions(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** Those from that revision on; empty if the first of them is not here. */
    Optional<List<Transition>> from(long revision) {
        if (transitions.isEmpty()) {
            return Optional.empty();
        }
        long skipped = revision - transitions.get(0).token().revision();
        return skipped < 0 || skipped >= transitions.size()
                ? Optional.empty()
                : Optional.of(transitions.subList((int) skipped, transitions.size()));
    }
}
