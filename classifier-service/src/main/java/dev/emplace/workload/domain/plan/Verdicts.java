package dev.emplace.workload.domain.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of judging all quotes.
 *
 * @param ranked feasible places, best first
 */
record Verdicts(
        List<Placement> ranked,
        Rejections rejections,
        Usual usual,
        Transport transport,
        Term term,
        PlanRequest request) {
    Verdicts {
        ranked = List.copyOf(ranked);
    }

    String habitatNote() {
        return HabitatNote.of(ranked, usual);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(TurningPoints.of(ranked, transport, term));
        request.today()
                .flatMap(today -> ranked.stream()
                        .findFirst()
                        .flatMap(best -> best.move().map(move -> move.told(today, best.quote(), term))))
                .ifPresent(notes::add);
        if (!request.constraints().quotas().isEmpty() && ranked.size() > 1) {
            notes.add(Fallback.of(ranked));
        }
        return notes;
    }
}
