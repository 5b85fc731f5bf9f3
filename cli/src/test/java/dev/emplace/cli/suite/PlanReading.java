package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.Constraint;
import dev.emplace.api.workload.v1.Habitat;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.Rejection;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests read out of a plan. */
final class PlanReading {
    private PlanReading() {}

    static List<String> offers(Plan plan) {
        return plan.getPlacementsList().stream().map(PlanReading::offer).toList();
    }

    static String offer(Placement placement) {
        return placement.getQuote().getOffer().getName();
    }

    static Placement first(Plan plan) {
        assertThat(plan.getPlacementsList()).as(plan.getSummary()).isNotEmpty();
        return plan.getPlacements(0);
    }

    static List<Habitat> habitats(Plan plan) {
        return plan.getPlacementsList().stream().map(Placement::getHabitat).toList();
    }

    static List<String> countries(Plan plan) {
        return plan.getPlacementsList().stream()
                .map(p -> p.getQuote().getOffer().getPlace().getCountry())
                .distinct()
                .toList();
    }

    static Rejection rejection(Plan plan, Constraint constraint, String family) {
        return plan.getRejectionsList().stream()
                .filter(r -> r.getConstraint() == constraint && r.getFamily().equals(family))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no " + constraint + " of " + family + " in " + plan.getRejectionsList()));
    }

    /** The number before a unit. */
    static BigDecimal number(String text, String unit) {
        return matched(text, "(\\d+(?:\\.\\d+)?) " + Pattern.quote(unit));
    }

    static BigDecimal dollars(String text) {
        return matched(text, "USD (\\d+\\.\\d+)");
    }

    private static BigDecimal matched(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in \"%s\"", pattern, text).isTrue();
        return new BigDecimal(matcher.group(1));
    }
}
