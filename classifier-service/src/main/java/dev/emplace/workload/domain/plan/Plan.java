package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a workload should run, why, and what else was looked at.
 *
 * @param notes where the answer would turn
 * @param duration time that total prices are for; zero where nothing is priced
 * @param start when the work is taken to begin, where that or a deadline is stated
 */
public record Plan(
        Outcome outcome,
        String summary,
        Reading reading,
        List<Placement> placements,
        List<Rejection> rejections,
        List<MissingFact> missingFacts,
        List<Assumed> assumptions,
        String habitatNote,
        List<String> notes,
        List<String> degradations,
        long catalogRevision,
        Map<String, Long> siteRevisions,
        String policyVersion,
        Objective objective,
        Duration duration,
        Optional<Instant> start) {

    /** What came of a plan. */
    public enum Outcome {
        PLACED,
        INFEASIBLE,
        NEEDS_FACT,
        OUT_OF_SCOPE
    }

    public Plan {
        placements = List.copyOf(placements);
        rejections = List.copyOf(rejections);
        missingFacts = List.copyOf(missingFacts);
        assumptions = List.copyOf(assumptions);
        notes = List.copyOf(notes);
        degradations = List.copyOf(degradations);
        siteRevisions = Map.copyOf(siteRevisions);
    }
}
