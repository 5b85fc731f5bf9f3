package dev.emplace.workload.domain.plan;

import java.util.List;

/**
 * What came of judging all quotes.
 *
 * @param ranked feasible places, best first
 */
record Verdicts(List<Placement> ranked, Rejections rejections, Usual usual, Transport transport, Term term) {
    Verdicts {
        ranked = List.copyOf(ranked);
    }

    String habitatNote() {
        return HabitatNote.of(ranked, usual);
    }

    List<String> notes() {
        return TurningPoints.of(ranked, transport, term);
    }
}
