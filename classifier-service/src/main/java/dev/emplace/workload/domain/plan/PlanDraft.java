package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.reading.Reading;
import java.util.List;
import java.util.Map;

/** A plan in the making: what every outcome has in common, and the words of its summary. */
record PlanDraft(Reading reading, String policyVersion, Objective objective) {

    Plan outOfScope() {
        return plan(
                Plan.Outcome.OUT_OF_SCOPE,
                "This computes no AI, so its place is outside the scope of a plan.",
                List.of());
    }

    Plan needs(List<MissingFact> missing) {
        return plan(
                Plan.Outcome.NEEDS_FACT, "A fact is missing: " + missing.get(0).question(), missing);
    }

    private Plan plan(Plan.Outcome outcome, String summary, List<MissingFact> missing) {
        return new Plan(
                outcome,
                summary,
                reading,
                List.of(),
                List.of(),
                missing,
                List.of(),
                "",
                List.of(),
                0,
                Map.of(),
                policyVersion,
                objective);
    }

    Plan ranked(
            List<Placement> placements,
            List<Rejection> rejections,
            List<Assumed> assumptions,
            String habitatNote,
            Power power,
            long catalogRevision,
            Map<String, Long> siteRevisions) {
        List<String> degradations = power.unknown().stream()
                .map(reason -> "power-service could not be asked (" + reason
                        + "): owned sites are ranked by price alone, their power is not verified")
                .toList();
        return new Plan(
                placements.isEmpty() ? Plan.Outcome.INFEASIBLE : Plan.Outcome.PLACED,
                summary(placements, rejections),
                reading,
                placements,
                rejections,
                List.of(),
                assumptions,
                habitatNote,
                degradations,
                catalogRevision,
                siteRevisions,
                policyVersion,
                objective);
    }

    private String summary(List<Placement> placements, List<Rejection> rejections) {
        String what = reading.classification().workloadClass().name();
        if (placements.isEmpty()) {
            return what + ": no place passes; " + rejections.size() + " families failed, each with its number below.";
        }
        Placement best = placements.get(0);
        return what + ": " + best.footprint().accelerators() + " x "
                + best.quote().accelerator().displayName() + " at "
                + best.quote().provider() + " "
                + best.quote().region() + ", " + Show.usdPerHour(best.quote().hourlyUsd()) + "; "
                + (placements.size() - 1) + " other places follow.";
    }
}
