package dev.emplace.workload.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of judging all quotes.
 *
 * @param ranked feasible places, best first
 * @param unused quotas that concern no place that was looked at
 */
record Verdicts(
        List<Placement> ranked,
        Rejections rejections,
        Usual usual,
        Transport transport,
        Term term,
        PlanRequest request,
        List<Quota> unused) {
    private static final int UNUSED_SHOWN = 3;

    Verdicts {
        ranked = List.copyOf(ranked);
        unused = List.copyOf(unused);
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
        if (!unused.isEmpty()) {
            notes.add(ignored());
        }
        return notes;
    }

    private String ignored() {
        String shown = unused.stream()
                .limit(UNUSED_SHOWN)
                .map(quota -> quota.most() + " at " + quota.where())
                .collect(Collectors.joining(", "));
        String more = unused.size() > UNUSED_SHOWN ? " and " + (unused.size() - UNUSED_SHOWN) + " more" : "";
        return "No place that was looked at is under a quota of " + shown + more
                + ": is it spelt as the catalog spells providers, regions and accelerators?";
    }
}
