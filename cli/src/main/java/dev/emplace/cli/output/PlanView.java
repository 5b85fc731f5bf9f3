package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.Rejection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan in short: the outcome, the places, the nearest rejections. {@link PlanExplanation} says all of it. */
public final class PlanView {

    private static final int REJECTIONS = 6;

    private PlanView() {}

    public static void show(Plan plan, Sheet sheet) {
        headline(plan, sheet);
        plan.getMissingFactsList()
                .forEach(fact -> sheet.item(Tone.DOUBTFUL, "needs " + fact.getField(), fact.getQuestion())
                        .indented()
                        .line("state it with " + stating(fact.getField())));
        if (plan.getPlacementsCount() > 0) {
            sheet.blank().table(PlacementTable.of(plan.getPlacementsList()));
        }
        sheet.item("habitat (*)", plan.getHabitatNote());
        plan.getNotesList().forEach(note -> sheet.item("note", note));
        plan.getDegradationsList().forEach(text -> sheet.item(Tone.DOUBTFUL, "degraded", text));
        rejections(plan.getRejectionsList(), sheet);
        assumptions(plan, sheet);
        sheet.line(Tone.FAINT, revisions(plan));
    }

    static void headline(Plan plan, Sheet sheet) {
        Classification c = plan.getClassification();
        sheet.line(
                tone(plan.getOutcome()),
                Names.bare(c.getWorkloadClass()) + " (confidence " + Figures.percent(c.getConfidence()) + "): "
                        + Names.words(plan.getOutcome()));
        sheet.line(plan.getSummary());
    }

    private static Tone tone(PlanOutcome outcome) {
        return switch (outcome) {
            case PLAN_OUTCOME_PLACED -> Tone.GOOD;
            case PLAN_OUTCOME_INFEASIBLE -> Tone.BAD;
            case PLAN_OUTCOME_NEEDS_FACT, PLAN_OUTCOME_OUT_OF_SCOPE, PLAN_OUTCOME_UNSPECIFIED, UNRECOGNIZED ->
                Tone.DOUBTFUL;
        };
    }

    static String stating(String field) {
        String flag = FactFlags.of(field);
        return flag.isEmpty() ? field + " in --facts FILE" : flag;
    }

    private static void rejections(List<Rejection> rejections, Sheet sheet) {
        if (rejections.isEmpty()) {
            return;
        }
        sheet.blank()
                .table(RejectionTable.of(rejections.stream().limit(REJECTIONS).toList()));
        int more = rejections.size() - REJECTIONS;
        if (more > 0) {
            sheet.line(Tone.FAINT, "and " + more + " more: --explain lists every one");
        }
        sheet.blank();
    }

    private static void assumptions(Plan plan, Sheet sheet) {
        String assumed = plan.getAssumptionsList().stream()
                .map(a -> a.getField() + " = " + a.getValue())
                .collect(Collectors.joining("; "));
        sheet.item("assumed", assumed);
    }

    /** What the plan was made from; a plan that needs no prices reads no catalog. */
    static String revisions(Plan plan) {
        Stream<String> catalog = plan.getCatalogRevision() == 0
                ? Stream.of()
                : Stream.of("catalog revision " + plan.getCatalogRevision());
        Stream<String> sites = plan.getSiteRevisionsList().stream()
                .map(site -> Names.id(site.getSite()) + " revision " + site.getRevision());
        return Stream.of(catalog, sites, Stream.of("policy " + plan.getPolicyVersion()))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }
}
