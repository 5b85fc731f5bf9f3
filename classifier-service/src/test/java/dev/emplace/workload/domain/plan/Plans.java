package dev.emplace.workload.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests read out of a plan. */
final class Plans {
    private Plans() {}

    static List<String> offers(Plan plan) {
        return plan.placements().stream().map(p -> p.quote().offer()).toList();
    }

    static Placement placement(Plan plan, String offer) {
        return plan.placements().stream()
                .filter(p -> p.quote().offer().equals(offer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + offer + " in " + offers(plan)));
    }

    static Rejection rejection(Plan plan, Constraint constraint, String family) {
        return plan.rejections().stream()
                .filter(r -> r.constraint() == constraint && r.family().equals(family))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + constraint + " of " + family + " in " + plan.rejections()));
    }

    /** The number before a unit in what a rejection or a note says. */
    static double number(String text, String unit) {
        Matcher number =
                Pattern.compile("(\\d+(?:\\.\\d+)?) " + Pattern.quote(unit)).matcher(text);
        assertThat(number.find()).as("a number of %s in \"%s\"", unit, text).isTrue();
        return Double.parseDouble(number.group(1));
    }

    /** The amount of dollars in what a rejection says. */
    static BigDecimal dollars(String text) {
        Matcher number = Pattern.compile("USD (\\d+\\.\\d+)").matcher(text);
        assertThat(number.find()).as("an amount in \"%s\"", text).isTrue();
        return new BigDecimal(number.group(1));
    }

    static Constraints budget(String usd) {
        return new Constraints(
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new BigDecimal(usd)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static Constraints commitments(boolean allowed) {
        return new Constraints(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(allowed),
                Optional.empty(),
                List.of());
    }

    static PlanRequest constrained(Constraints constraints) {
        return new PlanRequest(
                constraints,
                Objective.COST,
                Weights.COST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                100,
                0,
                java.util.Map.of());
    }
}
