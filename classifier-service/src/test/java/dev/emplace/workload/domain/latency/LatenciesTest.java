package dev.emplace.workload.domain.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import dev.emplace.workload.domain.workload.ModelFacts;
import dev.emplace.workload.domain.workload.ModelStructure;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {
    private static final Latencies LATENCIES = new Latencies(Policies.shipped().latency());
    private static final AcceleratorFacts H100 = kind("nvidia-h100-sxm-80gb", 3_350, 989);
    private static final AcceleratorFacts T4 = kind("nvidia-t4-16gb", 300, 0);

    private static AcceleratorFacts kind(String id, double gigabytesPerSecond, double teraflops) {
        return new AcceleratorFacts(
                "accelerators/" + id,
                id,
                false,
                80L << 30,
                Math.round(gigabytesPerSecond * 1e9),
                Math.round(teraflops * 1e12),
                700,
                List.of());
    }

    private static AcceleratorFacts orin(String id) {
        return id.contains("agx") ? kind(id, 204.8, 42.5) : kind(id, 102.4, 15);
    }

    private static ModelShape shape(String model) {
        return ModelShape.of(
                        ModelFacts.named(model),
                        new ModelTable(Policies.shipped().models()))
                .orElseThrow();
    }

    private static ModelShape measuredOnlyOn(ModelShape shape, String id) {
        return shape.measured(
                shape.anchors().stream().filter(a -> a.accelerator().equals(id)).toList());
    }

    private static Latency latency(Facts facts, String model, AcceleratorFacts kind, int count) {
        return LATENCIES.of(facts.known().needs(), shape(model), kind, count).orElseThrow();
    }

    private static Facts serving() {
        return Facts.of(Activity.SERVING);
    }

    @ParameterizedTest
    @CsvSource({
        "resnet50, nvidia-jetson-agx-orin-64gb, 0.64",
        "bert-large, nvidia-jetson-agx-orin-64gb, 6.44",
        "retinanet, nvidia-jetson-agx-orin-64gb, 14.02",
        "resnet50, nvidia-jetson-orin-nx-16gb, 1.09",
        "bert-large, nvidia-jetson-orin-nx-16gb, 16.9",
        "retinanet, nvidia-jetson-orin-nx-16gb, 34.3",
    })
    void whatWasMeasuredOnAnAcceleratorIsExpectedThereAndAboveItsBound(String model, String id, double millis) {
        Latency latency = latency(serving(), model, orin(id), 1);
        assertThat(latency.expected()).isEqualTo(millis);
        assertThat(latency.low()).isPositive().isLessThan(millis);
        assertThat(latency.formula()).contains("measured there");
    }

    @ParameterizedTest
    @CsvSource({
        "resnet50, nvidia-jetson-agx-orin-64gb, nvidia-jetson-orin-nx-16gb",
        "bert-large, nvidia-jetson-agx-orin-64gb, nvidia-jetson-orin-nx-16gb",
        "retinanet, nvidia-jetson-agx-orin-64gb, nvidia-jetson-orin-nx-16gb",
        "resnet50, nvidia-jetson-orin-nx-16gb, nvidia-jetson-agx-orin-64gb",
        "bert-large, nvidia-jetson-orin-nx-16gb, nvidia-jetson-agx-orin-64gb",
        "retinanet, nvidia-jetson-orin-nx-16gb, nvidia-jetson-agx-orin-64gb",
    })
    void measurementOfAnotherAcceleratorScalesWithinTheErrorThatItStates(String model, String from, String to) {
        ModelShape whole = shape(model);
        ModelShape without = measuredOnlyOn(whole, from);
        double truth = latency(serving(), model, orin(to), 1).expected();
        Latency scaled =
                LATENCIES.of(serving().known().needs(), without, orin(to), 1).orElseThrow();
        assertThat(truth).isBetween(scaled.low(), scaled.high());
        assertThat(scaled.formula()).contains(from, "the ratio of their dense peaks", "that of their bandwidths");
    }

    @Test
    void noInferenceIsFasterThanTheOverheadOfOne() {
        assertThat(latency(serving(), "resnet50", H100, 1).expected()).isEqualTo(0.39);
    }

    @Test
    void operationsThatAreStatedGiveAnEstimateOfAnUnknownModel() {
        ModelShape unknown = ModelShape.of(
                        new ModelFacts(
                                "our-detector",
                                Optional.of(60_000_000L),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(200_000_000_000L),
                                ModelStructure.UNKNOWN),
                        new ModelTable(Policies.shipped().models()))
                .orElseThrow();
        Latency latency =
                LATENCIES.of(serving().known().needs(), unknown, orin("agx"), 1).orElseThrow();
        // 200 GFLOP at half of 42.5 TFLOP/s; at best at four times that peak.
        assertThat(latency.expected()).isCloseTo(9.41, Offset.offset(0.01));
        assertThat(latency.low()).isCloseTo(1.18, Offset.offset(0.01));
    }

    private static Latency step(String model, int accelerators, int requests, Optional<Integer> tokens) {
        return LATENCIES.step(shape(model), H100, accelerators, requests, tokens);
    }

    @Test
    void aStepOfALanguageModelIsNoFasterThanItsWeightsAreRead() {
        // 70.6e9 x 2 B over four times 3.35 TB/s.
        assertThat(step("Llama-3.1-70B", 4, 8, Optional.empty()).low()).isCloseTo(10.54, Offset.offset(0.01));
    }

    @Test
    void aStepReadsWeightsAndCachesAndComputesAndTakesItsTimeALayer() {
        Latency step = step("Llama-3.1-70B", 4, 8, Optional.of(2_000));
        double weights = 70.6e9 * 2 / 4 / 3.35e9;
        double caches = 2.0 * 2 * 128 * 2 * 80 * 2_000 * 8 / 3.35e9;
        double computing = 2 * 70.6e9 * 8 / (4 * 989e9 * 0.4);
        assertThat(step.low()).isCloseTo(weights + caches, Offset.offset(0.01));
        assertThat(step.expected()).isCloseTo(weights + caches + computing + 80 * 0.0789, Offset.offset(0.02));
        assertThat(step.high()).isCloseTo(step.expected() * 1.24, Offset.offset(0.01));
    }

    @Test
    void aBatchOrAMixtureThatTheFitHasNotSeenWidensTheIntervalAndSaysSo() {
        Latency seen = step("Llama-3.1-70B", 4, 16, Optional.empty());
        assertThat(seen.high()).isCloseTo(seen.expected() * 1.24, Offset.offset(0.01));
        Latency beyond = step("Llama-3.1-70B", 4, 17, Optional.empty());
        assertThat(beyond.high()).isCloseTo(beyond.expected() * 3, Offset.offset(0.01));
        assertThat(beyond.formula()).contains("17 requests are more than the 16");
        Latency mixture = step("mixtral-8x7b", 2, 1, Optional.empty());
        assertThat(mixture.high()).isCloseTo(mixture.expected() * 3, Offset.offset(0.01));
        assertThat(mixture.formula()).contains("mixtures of experts");
    }

    @Test
    void theMoreRequestsTheMoreExpertsAMixtureTouches() {
        ModelShape mixtral = shape("mixtral-8x7b");
        double expert = (46.7e9 - 12.9e9) / 6;
        assertThat(mixtral.touchedBytes(1)).isCloseTo(12.9e9 * 2, Offset.offset(1e4));
        // Two of eight experts for each of two tokens: 8 x (1 - 0.75^2) = 3.5 on average.
        assertThat(mixtral.touchedBytes(2)).isCloseTo((12.9e9 + 1.5 * expert) * 2, Offset.offset(1e4));
        assertThat(mixtral.touchedBytes(1_000)).isCloseTo(46.7e9 * 2, Offset.offset(1e4));
    }

    @ParameterizedTest
    @CsvSource({"Llama-3.1-8B, 1", "Llama-3.1-70B, 8", "gemma-3-27b, 2", "mixtral-8x7b, 2", "deepseek-r1, 8", "gpt2, 1"
    })
    void noStepIsBelowItsPhysicalBoundAtAnyBatch(String model, int accelerators) {
        for (int requests = 1; requests <= 1 << 20; requests *= 2) {
            for (int tokens : new int[] {1, 1_024, 131_072}) {
                Latency step = step(model, accelerators, requests, Optional.of(tokens));
                ModelShape shape = shape(model);
                double read =
                        shape.touchedBytes(requests) / accelerators + shape.cacheBytes(accelerators, tokens) * requests;
                assertThat(step.expected()).isGreaterThanOrEqualTo(read / 3.35e9);
                assertThat(step.low()).isLessThanOrEqualTo(read / 3.35e9 * 1.000_001);
            }
        }
    }

    @Test
    void theFirstTokenTakesThePromptAtTheStatedUseOfThePeak() {
        Latency first = latency(serving().prompts(1_000), "Llama-3.1-8B", H100, 1);
        double operations = 2 * 8.03e9 * 1_000 + 2.0 * 32 * 4_096 * 1_000 * 1_000;
        double step = step("Llama-3.1-8B", 1, 1, Optional.of(1_000)).expected();
        assertThat(first.expected()).isCloseTo(operations / (989e12 * 0.4) * 1e3 + step, Offset.offset(0.05));
        assertThat(first.formula()).contains("first token of 1000", "without a queue");
    }

    @Test
    void aPromptThatIsOnlyAssumedRejectsNothing() {
        double assumed = latency(serving(), "Llama-3.1-8B", H100, 1).low();
        double stated =
                latency(serving().prompts(100_000), "Llama-3.1-8B", H100, 1).low();
        assertThat(assumed).isCloseTo(8.03e9 * 2 / 3_350e9 * 1e3, Offset.offset(0.01));
        assertThat(stated).isGreaterThan(100);
    }

    @Test
    void whatItsOwnerHasMeasuredGoesBeforeAllElse() {
        assertThat(latency(serving().computes(7), "resnet50", orin("agx"), 1).expected())
                .isEqualTo(7);
    }

    @Test
    void acceleratorOfUnknownPeakIsBoundByItsBandwidth() {
        Latency latency = latency(serving(), "resnet50", T4, 1);
        assertThat(latency.low()).isCloseTo(25.6e6 / 300e9 * 1e3, Offset.offset(0.001));
        assertThat(latency.formula()).contains("memory bandwidth");
    }
}
