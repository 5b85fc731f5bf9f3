package dev.emplace.workload.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import dev.emplace.workload.domain.workload.Workload;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner states replaces what a manifest says of the same; the rest of the manifest keeps its say. */
class StatedOverManifestTest {
    private static final String SERVER = Samples.server("vllm/vllm-openai:v0.9.1", "--model, Qwen/Qwen2.5-7B", 1);
    private static final String NIGHTLY = Samples.nightly("torchrun, train.py, --epochs, '3'", 8);
    private static final String TUNING = Samples.job("registry.example/sft:1", Samples.LORA, 8);
    private static final String CAPTIONS = Samples.job("registry.example/captions:2", Samples.CAPTIONS, 1);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            stated          | server              | nightly training    | fine-tuning          | batch                | shop
            UNKNOWN         | SUSTAINED_INFERENCE | RECURRING_TRAINING  | FINE_TUNING          | BATCH_INFERENCE      | NOT_AI
            TRAINING        | UNDETERMINED        | RECURRING_TRAINING  | LARGE_MODEL_TRAINING | UNDETERMINED         | UNDETERMINED
            FINE_TUNING     | FINE_TUNING         | FINE_TUNING         | FINE_TUNING          | FINE_TUNING          | FINE_TUNING
            EXPERIMENT      | EXPERIMENTATION     | EXPERIMENTATION     | EXPERIMENTATION      | EXPERIMENTATION      | EXPERIMENTATION
            DEVELOPMENT     | DEVELOPMENT         | DEVELOPMENT         | DEVELOPMENT          | DEVELOPMENT          | DEVELOPMENT
            SERVING         | SUSTAINED_INFERENCE | SUSTAINED_INFERENCE | SUSTAINED_INFERENCE  | SUSTAINED_INFERENCE  | SUSTAINED_INFERENCE
            BATCH_INFERENCE | BATCH_INFERENCE     | BATCH_INFERENCE     | BATCH_INFERENCE      | BATCH_INFERENCE      | BATCH_INFERENCE
            OTHER           | NOT_AI              | NOT_AI              | NOT_AI               | NOT_AI               | NOT_AI
            """)
    void statedActivityBeatsEveryManifest(
            Activity stated,
            WorkloadClass server,
            WorkloadClass nightly,
            WorkloadClass tuning,
            WorkloadClass batch,
            WorkloadClass shop) {
        Workload owner = Facts.of(stated).known();
        assertThat(Samples.classOf(SERVER, owner)).isEqualTo(server);
        assertThat(Samples.classOf(NIGHTLY, owner)).isEqualTo(nightly);
        assertThat(Samples.classOf(TUNING, owner)).isEqualTo(tuning);
        assertThat(Samples.classOf(CAPTIONS, owner)).isEqualTo(batch);
        assertThat(Samples.classOf(Samples.SHOP, owner)).isEqualTo(shop);
    }

    @Test
    void statedScaleBeatsTheManifests() {
        String eight = Samples.trainer(1, 8);
        Facts owner = Facts.of(Activity.UNKNOWN);
        assertThat(Samples.classOf(eight)).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
        assertThat(Samples.classOf(eight, owner.asks(7, "H100").known())).isEqualTo(WorkloadClass.UNDETERMINED);
        assertThat(Samples.classOf(Samples.trainer(1, 7), owner.asks(8, "H100").known()))
                .isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
    }

    @Test
    void trainingThatIsSaidNotToComeBackIsNotRecurring() {
        Workload once = stated(Optional.of(false), Optional.empty());
        assertThat(Samples.classOf(NIGHTLY, once)).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
    }

    @Test
    void trainingThatIsSaidToComeBackIsRecurring() {
        Workload again = stated(Optional.of(true), Optional.empty());
        assertThat(Samples.classOf(Samples.trainer(1, 8), again)).isEqualTo(WorkloadClass.RECURRING_TRAINING);
    }

    @Test
    void trainingThatIsSaidToStartFromACheckpointIsFineTuning() {
        Workload pretrained = stated(Optional.empty(), Optional.of(true));
        Classification answer = Samples.read(Samples.trainer(8, 8), pretrained);
        assertThat(answer.workloadClass()).isEqualTo(WorkloadClass.FINE_TUNING);
        assertThat(answer.evidence()).extracting(Evidence::path).contains("pretrained");
        assertThat(Samples.classOf(SERVER, pretrained)).isEqualTo(WorkloadClass.SUSTAINED_INFERENCE);
    }

    @Test
    void statedDeviceBeatsAServersManifest() {
        assertThat(Samples.classOf(SERVER, Facts.of(Activity.UNKNOWN).onDevice().known()))
                .isEqualTo(WorkloadClass.EDGE_INFERENCE);
    }

    private static Workload stated(Optional<Boolean> recurring, Optional<Boolean> pretrained) {
        Workload none = Workload.UNKNOWN;
        return new Workload(
                "",
                none.activity(),
                recurring,
                pretrained,
                none.restartable(),
                none.model(),
                none.accelerators(),
                none.needs(),
                none.surroundings());
    }
}
