package dev.emplace.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.api.workload.v1.UnitPriceEstimate;
import dev.emplace.api.workload.v1.WorkUnit;
import dev.emplace.cli.seed.Bundled;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanViewTest {

    /** So wide that nothing wraps. */
    private static final int WIDE = 1000;

    private static final Plan PLAN = plan();

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120})
    void noLineIsLongerThanTheTerminalIsWide(int width) {
        assertThat(print(PlanView::show, width, Palette.PLAIN).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        assertThat(print(PlanExplanation::show, width, Palette.PLAIN).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120})
    void pricesAndTheSmallestChangeStayHoweverNarrow(int width) {
        assertThat(print(PlanView::show, width, Palette.PLAIN))
                .contains("$/HOUR", "$15.60", "SMALLEST CHANGE", "catalog revision 1");
    }

    @Test
    void theShortPlanFitsOneScreenAndSaysWhereTheRestIs() {
        String text = print(PlanView::show, 120, Palette.PLAIN);

        assertThat(text.lines().count()).isLessThan(40);
        assertThat(text).contains("and 6 more: --explain lists every one");
    }

    @Test
    void anExplanationLeavesNothingOut() {
        String text = oneLine(print(PlanExplanation::show, WIDE, Palette.PLAIN));

        assertThat(PLAN.getRejectionsList())
                .isNotEmpty()
                .allSatisfy(rejection -> assertThat(text)
                        .contains(
                                "REJECTED " + rejection.getFamily(),
                                rejection.getExplanation(),
                                rejection.getSmallestChange()));
        assertThat(PLAN.getPlacementsList()).isNotEmpty().allSatisfy(placement -> {
            assertThat(text)
                    .contains(placement.getQuote().getOffer().getSource().getDocument());
            assertThat(placement.getQuote().getLinesList())
                    .allSatisfy(line -> assertThat(text)
                            .contains(line.getFormula(), line.getInputs(0).getName() + " = "));
            assertThat(placement.getFootprint().getPartsList())
                    .allSatisfy(part -> assertThat(text).contains(part.getFormula()));
        });
        assertThat(PLAN.getAssumptionsList())
                .isNotEmpty()
                .allSatisfy(assumption -> assertThat(text)
                        .contains(
                                assumption.getField() + " = " + assumption.getValue() + ": " + assumption.getReason()));
        assertThat(PLAN.getClassification().getEvidenceList())
                .allSatisfy(evidence -> assertThat(text).contains("line " + evidence.getLine()));
    }

    @Test
    void anExplanationNamesTheFlagThatReplacesEachAssumption() {
        assertThat(oneLine(print(PlanExplanation::show, 120, Palette.PLAIN)))
                .contains("replace it with --concurrent-requests", "replace it with --weight-bits");
    }

    @Test
    void anAssessmentNamesTheBindingNodeAndTheScenario() {
        assertThat(oneLine(print(PlanExplanation::show, 120, Palette.PLAIN)))
                .contains("pdu-a01 (power) while pdu-b01 is out: 7.9 kW more, on 0 W of 1,100.0 kW")
                .contains("left: 1,092.1 kW");
    }

    @Test
    void whatAMillionTokensOrARunCostsIsShownWhereItIsKnown() {
        assertThat(print(PlanView::show, WIDE, Palette.PLAIN)).doesNotContain("$/M TOKENS", "$/RUN");

        Plan tokens = priced(WorkUnit.WORK_UNIT_MILLION_TOKENS, dollars(2), dollars(3), dollars(5));
        assertThat(print(tokens, PlanView::show, WIDE, Palette.PLAIN)).contains("$/M TOKENS", "$3.00");
        assertThat(oneLine(print(tokens, PlanExplanation::show, WIDE, Palette.PLAIN)))
                .contains("for each million tokens: $3.00 ($2.00 to $5.00) = the formula");

        Plan run = priced(WorkUnit.WORK_UNIT_RUN, dollars(7), dollars(7), dollars(7));
        assertThat(print(run, PlanView::show, WIDE, Palette.PLAIN)).contains("$/RUN", "$7.00");
        assertThat(oneLine(print(run, PlanExplanation::show, WIDE, Palette.PLAIN)))
                .contains("for each run: $7.00 = the formula");
    }

    private static Plan priced(WorkUnit unit, Money low, Money expected, Money high) {
        Plan.Builder plan = PLAN.toBuilder();
        plan.getPlacementsBuilder(0)
                .setUnitPrice(UnitPriceEstimate.newBuilder()
                        .setUnit(unit)
                        .setLow(low)
                        .setExpected(expected)
                        .setHigh(high)
                        .setFormula("the formula"));
        return plan.build();
    }

    private static Money dollars(long units) {
        return Money.newBuilder().setCurrencyCode("USD").setUnits(units).build();
    }

    @Test
    void coloursAreOnlyInAColouredPlan() {
        assertThat(print(PlanView::show, 120, Palette.PLAIN)).doesNotContain("\u001b");
        assertThat(print(PlanView::show, 120, Palette.ANSI)).contains("\u001b[32mSUSTAINED_INFERENCE", "\u001b[2m");
    }

    private static String print(BiConsumer<Plan, Sheet> view, int width, Palette palette) {
        return print(PLAN, view, width, palette);
    }

    private static String print(Plan plan, BiConsumer<Plan, Sheet> view, int width, Palette palette) {
        StringWriter text = new StringWriter();
        view.accept(plan, new Sheet(new PrintWriter(text, true), width, palette));
        return text.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static Plan plan() {
        PlanPlacementResponse.Builder response = PlanPlacementResponse.newBuilder();
        Documents.readYaml(Bundled.text("plans/llama-70b-serving.json"), "plan", response);
        return response.getPlan();
    }
}
