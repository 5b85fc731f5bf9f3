package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan in the making: what every outcome has in common, and the words of its summary. */
record PlanDraft(Reading reading, String policyVersion, Objective objective, Optional<Instant> start) {
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
                List.of(),
                0,
                Map.of(),
                policyVersion,
                objective,
                Duration.ZERO,
                start);
    }

    Plan ranked(
            Verdicts verdicts,
            List<Placement> shown,
            List<Rejection> rejections,
            List<Assumed> assumptions,
            Power power,
            long catalogRevision,
            Map<String, Long> siteRevisions) {
        List<String> degradations = power.unknown().stream()
                .map(reason -> "power-service could not be asked (" + reason
                        + "): owned sites are ranked by price alone, their power is not verified")
                .toList();
        return new Plan(
                shown.isEmpty() ? Plan.Outcome.INFEASIBLE : Plan.Outcome.PLACED,
                summary(shown, rejections, verdicts.term()),
                reading,
                shown,
                rejections,
                List.of(),
                assumptions,
                verdicts.habitatNote(),
                verdicts.notes(),
                degradations,
                catalogRevision,
                siteRevisions,
                policyVersion,
                objective,
                verdicts.term().duration(),
                start);
    }

    private String summary(List<Placement> placements, List<Rejection> rejections, Term term) {
        String what = reading.classification().workloadClass().name();
        if (placements.isEmpty()) {
            return what + ": no place passes; " + rejections.size() + " families failed, each with its number below.";
        }
        Placement best = placements.get(0);
        String others = switch (placements.size()) {
            case 1 -> "";
            case 2 -> "; 1 other place follows";
            default -> "; " + (placements.size() - 1) + " other places follow";
        };
        return what + ": " + best.footprint().accelerators() + " x "
                + best.quote().accelerator().displayName() + " at "
                + best.quote().provider() + " "
                + best.quote().region() + ", " + Show.usdPerHour(best.cost().hourlyUsd())
                + (term.pauses() ? ", " + Show.usd(best.cost().totalUsd()) + " in " + Show.days(term.duration()) : "")
                + others + ".";
    }
}
