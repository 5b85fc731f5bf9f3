package dev.emplace.workload.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.estimate.Estimate.Mode;
import dev.emplace.workload.domain.estimate.Estimate.PerAccelerator;
import dev.emplace.workload.domain.estimate.Figure.Quantity;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Training;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import dev.emplace.workload.yaml.YamlManifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EstimatesTest {
    private static final WorkloadReader READER =
            new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));
    private static final AcceleratorFacts H100 =
            kind("nvidia-h100-sxm-80gb", 80, 3_350_000_000_000L, 989_000_000_000_000L);
    private static final AcceleratorFacts ORIN =
            kind("nvidia-jetson-agx-orin-64gb", 64, 204_800_000_000L, 42_500_000_000_000L);

    private static AcceleratorFacts kind(String id, long gib, long bandwidth, long flops) {
        boolean device = id.contains("jetson");
        return new AcceleratorFacts(
                "accelerators/" + id, id, device, gib << 30, bandwidth, flops, 700, List.of(device ? "Orin" : "H100"));
    }

    private static EstimateRequest asking(String name) {
        return new EstimateRequest(
                List.of(new Choice(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static EstimateRequest tuned(Training training, Map<String, Double> inputs) {
        return new EstimateRequest(asking("H100").choices(), Optional.of(training), Optional.empty(), inputs);
    }

    private static Estimate estimate(Facts facts, EstimateRequest request) {
        return new Estimates(Policies.shipped()).estimate(READER.read(facts.known()), List.of(H100, ORIN), request);
    }

    private static PerAccelerator only(Estimate estimate) {
        assertThat(estimate.accelerators()).hasSize(1);
        return estimate.accelerators().get(0);
    }

    private static Figure figure(PerAccelerator each, Quantity quantity) {
        return each.figures().stream()
                .filter(figure -> figure.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }

    private static Facts llama() {
        return Facts.of(Activity.SERVING).model("Llama-3.1-70B");
    }

    @Test
    void aModelThatWritesIsToldByItsStepItsFirstTokenAndItsTokensASecond() {
        Estimate estimate = estimate(llama(), asking("H100"));
        PerAccelerator each = only(estimate);
        Figure step = figure(each, Quantity.DECODE_STEP_MILLISECONDS);
        assertThat(estimate.mode()).isEqualTo(Mode.TOKENS);
        assertThat(each.footprint().perReplica()).isEqualTo(4);
        assertThat(step.expected()).isBetween(17.0, 20.0);
        assertThat(figure(each, Quantity.TOKENS_PER_SECOND).expected())
                .isCloseTo(8 / step.expected() * 1e3, Offset.offset(1e-6));
        assertThat(figure(each, Quantity.FIRST_TOKEN_MILLISECONDS).formula()).contains("without a queue");
        assertThat(estimate.assumptions()).extracting(Assumed::field).contains("context_tokens", "concurrent_requests");
    }

    @Test
    void requestsInMemoryAreThoseWithWhichItStillFits() {
        // 4 x (0.84 x 85.9 GB) - 1.05 x 144 GB - 4 x 2.3 GiB, over 4 x 671 MB of 8,192 tokens.
        Figure held = figure(only(estimate(llama(), asking("H100"))), Quantity.REQUESTS_IN_MEMORY);
        int most = (int) held.expected();
        Estimate fits = estimate(llama().requests(most), spread(4));
        Estimate not = estimate(llama().requests(most + 1), spread(4));
        assertThat(only(fits).footprint().perReplica()).isEqualTo(4);
        assertThat(only(not).footprint().perReplica()).isGreaterThan(4);
    }

    private static EstimateRequest spread(int count) {
        return new EstimateRequest(
                List.of(new Choice("H100", Optional.of(count), Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static EstimateRequest within(double millis) {
        return new EstimateRequest(asking("H100").choices(), Optional.empty(), Optional.of(millis), Map.of());
    }

    @Test
    void theObjectiveOfATokenBoundsTheRequestsServedAtOnce() {
        PerAccelerator each = only(estimate(llama(), within(20)));
        int served = (int) figure(each, Quantity.REQUESTS_WITHIN_OBJECTIVE).expected();
        assertThat(served).isPositive();
        double at = figure(only(estimate(llama().requests(served), spread(4))), Quantity.DECODE_STEP_MILLISECONDS)
                .expected();
        double beyond = figure(
                        only(estimate(llama().requests(served + 1), spread(4))), Quantity.DECODE_STEP_MILLISECONDS)
                .expected();
        assertThat(at).isLessThanOrEqualTo(20);
        assertThat(beyond).isGreaterThan(20);
        assertThat(figure(each, Quantity.TOKENS_PER_SECOND_WITHIN_OBJECTIVE).expected())
                .isCloseTo(served / at * 1e3, Offset.offset(1e-6));
    }

    @Test
    void anObjectiveBelowOneStepServesNobody() {
        PerAccelerator each = only(estimate(llama(), within(5)));
        assertThat(figure(each, Quantity.REQUESTS_WITHIN_OBJECTIVE).high()).isZero();
        assertThat(each.figures())
                .extracting(Figure::quantity)
                .doesNotContain(Quantity.TOKENS_PER_SECOND_WITHIN_OBJECTIVE);
    }

    @Test
    void aModelForVisionIsToldByItsPass() {
        Estimate estimate = estimate(Facts.of(Activity.SERVING).model("resnet50"), asking("Orin"));
        assertThat(estimate.mode()).isEqualTo(Mode.PASS);
        assertThat(figure(only(estimate), Quantity.PASS_MILLISECONDS).expected())
                .isEqualTo(0.64);
        assertThat(figure(only(estimate), Quantity.SAMPLES_PER_SECOND).expected())
                .isCloseTo(1_562.5, Offset.offset(0.1));
    }

    private static double states(Training training, Map<String, Double> inputs) {
        Facts facts = Facts.of(Activity.FINE_TUNING).model("Llama-3.1-8B");
        return only(estimate(facts, tuned(training, inputs)))
                .footprint()
                .parts()
                .get(0)
                .size()
                .expected();
    }

    @ParameterizedTest
    @CsvSource({"FULL, 16", "LORA, 2.16", "QLORA, 0.71"})
    void tuningTakesSoManyBytesAParameter(Training training, double bytes) {
        assertThat(states(training, Map.of())).isCloseTo(bytes * 8.03e9, Offset.offset(1e3));
    }

    @ParameterizedTest
    @CsvSource({"0, 16, 16, 4", "1, 16, 4, 12", "2, 16, 2, 14", "3, 16, 0, 16", "1, 18, 6, 12", "2, 18, 2, 16"})
    void zeroShardsTheStatesOfItsStage(double stage, double bytes, double kept, double sharded) {
        Map<String, Double> inputs =
                Map.of("footprint.training_zero_stage", stage, "footprint.optimizer_bytes_per_parameter", bytes);
        EstimateRequest request =
                new EstimateRequest(spread(8).choices(), Optional.of(Training.FULL), Optional.empty(), inputs);
        PerAccelerator each = only(estimate(Facts.of(Activity.TRAINING).model("qwen3-0.6b"), request));
        double expected = 8 * 0.6e9 * (kept + (stage == 0 ? 0 : sharded / 8));
        assertThat((double) each.footprint().parts().get(0).size().expected()).isCloseTo(expected, Offset.offset(10.0));
    }

    @Test
    void trainingReadsTokensAtTheShareOfThePeakThatIsReached() {
        PerAccelerator each =
                only(estimate(Facts.of(Activity.TRAINING).model("Llama-3.1-8B"), tuned(Training.FULL, Map.of())));
        double tokens = each.footprint().accelerators() * 989e12 * 0.38 / (8 * 8.03e9);
        assertThat(figure(each, Quantity.TOKENS_PER_SECOND).expected()).isCloseTo(tokens, Offset.offset(1.0));
        assertThat(figure(each, Quantity.SAMPLES_PER_SECOND).expected()).isCloseTo(tokens / 4_096, Offset.offset(0.1));
    }

    @Test
    void whatDoesNotFitHasItsShortfallAndNoSpeed() {
        PerAccelerator each = only(estimate(llama(), asking("Orin")));
        assertThat(each.footprint().fits()).isFalse();
        assertThat(each.shortfall()).contains("GB on each of 1", "of 57.7 GB");
        assertThat(each.figures()).isEmpty();
    }

    @Test
    void whatTheCatalogSaysOfAnAcceleratorCanBeReplaced() {
        Choice larger = new Choice(
                "H100", Optional.empty(), Optional.of(256L << 30), Optional.of(8_000_000_000_000L), Optional.empty());
        EstimateRequest request = new EstimateRequest(List.of(larger), Optional.empty(), Optional.empty(), Map.of());
        assertThat(only(estimate(llama(), request)).footprint().perReplica()).isEqualTo(1);
    }

    @Test
    void withoutAChoiceEachKindOfTheCatalogIsSized() {
        EstimateRequest all = new EstimateRequest(List.of(), Optional.empty(), Optional.empty(), Map.of());
        assertThat(estimate(llama(), all).accelerators()).hasSize(2);
    }

    private static InvalidFieldException refusal(Facts facts, EstimateRequest request) {
        return assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> estimate(facts, request))
                .actual();
    }

    @Test
    void anUnknownModelKindOrInputIsNamed() {
        assertThat(refusal(Facts.of(Activity.SERVING).model("our-own"), asking("H100")))
                .hasMessageContaining("model.parameter_count")
                .hasMessageContaining("our-own");
        assertThat(refusal(llama(), asking("H900"))).hasMessageContaining("H900");
        assertThat(refusal(llama(), tuned(Training.FULL, Map.of("footprint.magic", 1.0))))
                .hasMessageContaining("inputs[footprint.magic]")
                .hasMessageContaining("footprint.usable_share");
        assertThat(refusal(llama(), tuned(Training.FULL, Map.of("footprint.usable_share", Double.NaN))))
                .hasMessageContaining("from 0.01 to 1.0, not NaN");
    }

    @ParameterizedTest
    @EnumSource
    void everyInputIsANumberOfThePolicyAndTakesWhatShips(FormulaInput input) {
        assertThat(FormulaInput.named(input.key())).contains(input);
        assertThat(FormulaInput.names()).contains(input.key());
        assertThat(input.takes(Policies.shipped().number(input.key()))).isTrue();
    }

    @Test
    void figuresAreFiniteAndOrderedWhateverIsStated() {
        Random random = new Random(20_261_130);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Facts facts = Facts.of(random.nextBoolean() ? Activity.SERVING : Activity.TRAINING)
                    .parameters(Math.pow(10, random.nextDouble() * 7 - 3))
                    .requests(1 + random.nextInt(1_000_000))
                    .prompts(1 + random.nextInt(100_000_000));
            Choice choice = new Choice(
                    "H100",
                    Optional.of(1 << random.nextInt(8)),
                    Optional.of(1L << (30 + random.nextInt(21))),
                    Optional.of(1L << random.nextInt(51)),
                    Optional.of(1L << random.nextInt(60)));
            EstimateRequest request = new EstimateRequest(
                    List.of(choice, Choice.of(ORIN)),
                    Optional.empty(),
                    Optional.of(1.0 + random.nextInt(1_000)),
                    Map.of());
            estimate(facts, request).accelerators().forEach(each -> figures.addAll(each.figures()));
        }
        assertThat(figures)
                .hasSizeGreaterThan(200)
                .allSatisfy(figure -> assertThat(figure.high()).isFinite());
    }
}
