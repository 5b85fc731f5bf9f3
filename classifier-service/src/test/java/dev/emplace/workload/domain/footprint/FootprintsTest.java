package dev.emplace.workload.domain.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.workload.ModelFacts;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootprintsTest {
    private static final Footprints FOOTPRINTS =
            new Footprints(Policies.shipped().footprint());
    private static final ModelTable TABLE = new ModelTable(Policies.shipped().models());
    private static final AcceleratorFacts H100 = kind("h100", 80, false);

    private static AcceleratorFacts kind(String name, long gib, boolean device) {
        return new AcceleratorFacts(
                "accelerators/" + name, name, device, gib << 30, 3_350_000_000_000L, 0, 700, List.of());
    }

    private static ModelShape shape(String name) {
        return ModelShape.of(ModelFacts.named(name), TABLE).orElseThrow();
    }

    private static Footprint serving(String model, AcceleratorFacts kind, int context, int requests) {
        return FOOTPRINTS.serving(shape(model), kind, new Footprints.Load(context, requests, 1, 0));
    }

    @Test
    void seventyBillionParametersTakeFourH100() {
        // By hand: W = 70.6e9 x 2 x 1.02 = 144.0 GB; on two 1.05 W / 2 = 75.6 GB > 0.84 x 85.9 GB = 72.2 GB.
        Footprint footprint = serving("meta-llama/Llama-3.1-70B-Instruct", H100, 8_192, 8);
        assertThat(footprint.perReplica()).isEqualTo(4);
        assertThat(footprint.fits()).isTrue();
        assertThat(footprint.parts())
                .extracting(FootprintPart::description)
                .containsExactly("weights", "runtime", "key-value cache");
    }

    @Test
    void eightBillionFitOnOne() {
        assertThat(serving("Llama-3.1-8B", H100, 8_192, 8).perReplica()).isEqualTo(1);
    }

    @Test
    void keyValueCacheFollowsItsFormula() {
        // 2 x 32 layers x 8 heads x 128 x 2 B x 8192 tokens x 8 requests.
        FootprintPart cache = serving("Llama-3.1-8B", H100, 8_192, 8).parts().get(2);
        assertThat(cache.size().expected()).isEqualTo(2L * 32 * 8 * 128 * 2 * 8_192 * 8);
        assertThat(cache.formula()).contains("32 layers", "8 heads", "8192 tokens", "8 requests");
    }

    @Test
    void latentAttentionIsKeptWholeOnEveryRank() {
        Footprint footprint = serving("deepseek-ai/DeepSeek-R1", kind("h200", 141, false), 8_192, 8);
        assertThat(footprint.perReplica()).isEqualTo(8);
        assertThat(footprint.parts().get(2).size().expected()).isEqualTo(61L * 576 * 2 * 8_192 * 8 * 8);
    }

    @Test
    void longerContextTakesMoreAccelerators() {
        int few = serving("Llama-3.1-70B", H100, 8_192, 1).perReplica();
        int many = serving("Llama-3.1-70B", H100, 131_072, 4).perReplica();
        assertThat(few).isEqualTo(4);
        assertThat(many).isEqualTo(8);
    }

    @Test
    void cacheThatNoSplitMakesSmallEnoughDoesNotFit() {
        // Eight heads split eight ways at most: each accelerator keeps one, 86 GB of it.
        Footprint footprint = serving("Llama-3.1-70B", H100, 131_072, 16);
        assertThat(footprint.fits()).isFalse();
        assertThat(footprint.perReplica()).isEqualTo(8);
    }

    @Test
    void headsThatDoNotDivideForbidASize() {
        // 71 heads of Falcon-7B split over none but 1 and 71.
        Footprint footprint = serving("falcon-7b", kind("small", 12, false), 2_048, 1);
        assertThat(footprint.fits()).isFalse();
    }

    @Test
    void deviceIsNeverJoinedWithOthers() {
        assertThat(serving("Llama-3.1-70B", kind("orin", 64, true), 2_048, 1).fits())
                .isFalse();
        assertThat(serving("Llama-3.1-8B", kind("orin", 64, true), 2_048, 1).fits())
                .isTrue();
    }

    @Test
    void trainingSeventyBillionTakesItsElevenHundredGigabytes() {
        Footprint footprint = FOOTPRINTS.training(shape("Llama-3.1-70B"), H100, Training.FULL, 0);
        assertThat(footprint.memory().low()).isEqualTo(Math.round(16 * 70.6e9));
        assertThat(footprint.perReplica()).isEqualTo(32);
        assertThat(footprint.nodes()).isEqualTo(4);
    }

    @Test
    void adapterTakesAFractionOfFullTraining() {
        Footprint full = FOOTPRINTS.training(shape("Llama-3.1-8B"), H100, Training.FULL, 0);
        Footprint adapter = FOOTPRINTS.training(shape("Llama-3.1-8B"), H100, Training.LORA, 0);
        assertThat(full.perReplica()).isEqualTo(2);
        assertThat(adapter.perReplica()).isEqualTo(1);
    }

    @Test
    void trainingKeepsAtLeastWhatIsAskedFor() {
        assertThat(FOOTPRINTS.training(shape("gpt2"), H100, Training.FULL, 512).accelerators())
                .isEqualTo(512);
    }

    @Test
    void intervalsAreOrdered() {
        for (String model : List.of("Llama-3.1-405B", "resnet50", "gpt2", "mixtral-8x7b", "kimi-k2")) {
            Interval memory = serving(model, H100, 4_096, 4).memory();
            assertThat(memory.low()).isPositive().isLessThanOrEqualTo(memory.expected());
            assertThat(memory.expected()).isLessThanOrEqualTo(memory.high());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "meta-llama/Meta-Llama-3-8B-Instruct, 8.03",
        "Llama-3.1-70B, 70.6",
        "meta-llama/Llama-3.3-70B-Instruct, 70.6",
        "mistralai/Mixtral-8x7B-Instruct-v0.1, 46.7",
        "mixtral-8x7b, 46.7",
        "gpt2, 0.124",
        "resnet50, 0.0256",
        "deepseek-ai/DeepSeek-R1-Distill-Llama-70B, 70.6",
        "deepseek-ai/DeepSeek-R1, 671",
        "openai/gpt-oss-120b, 116.8",
        "bigscience/bloom-560m, 0.56",
        "somebody/our-own-13b-chat, 13",
        "somebody/our-own-1.5B, 1.5",
        "somebody/our-moe-8x22b-v2, 146.08",
    })
    void sizeIsReadFromTheName(String name, double billions) {
        assertThat(shape(name).parameters() / 1e9).isCloseTo(billions, Offset.offset(0.01));
    }

    @ParameterizedTest
    @CsvSource({"our-model", "v2b3c", "chat-7bit", "model-2024", "a100b"})
    void nameWithoutASizeHasNone(String name) {
        assertThat(ModelShape.of(ModelFacts.named(name), TABLE)).isEmpty();
    }

    @Test
    void unknownShapeIsAssumedAndSaidSo() {
        ModelShape guessed = shape("somebody/our-own-13b-chat");
        assertThat(guessed.layers()).isBetween(30, 60);
        assertThat(guessed.assumptions()).extracting(Assumed::field).contains("model.layer_count", "model.weight_bits");
        assertThat(shape("Llama-3.1-8B").assumptions())
                .extracting(Assumed::field)
                .doesNotContain("model.layer_count");
    }
}
