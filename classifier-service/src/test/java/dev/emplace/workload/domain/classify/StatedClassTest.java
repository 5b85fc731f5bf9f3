package dev.emplace.workload.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import dev.emplace.workload.domain.workload.Workload;
import dev.emplace.workload.yaml.YamlManifests;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Explicit facts go through the same precedence as manifests. */
class StatedClassTest {
    private static final WorkloadReader READER =
            new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));

    private static WorkloadClass classOf(Facts facts) {
        return READER.read(facts.known()).classification().workloadClass();
    }

    @Test
    void nothingStatedAsksBack() {
        Classification answer = READER.read(Workload.UNKNOWN).classification();
        assertThat(answer.workloadClass()).isEqualTo(WorkloadClass.UNDETERMINED);
        assertThat(answer.question()).isNotBlank();
    }

    @Test
    void trainingIsLargeFromEightAcceleratorsOn() {
        assertThat(classOf(Facts.of(Activity.TRAINING).asks(8, "H100"))).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
        assertThat(classOf(Facts.of(Activity.TRAINING).asks(7, "H100"))).isEqualTo(WorkloadClass.UNDETERMINED);
    }

    @Test
    void trainingOfAModelBeyondOneMachineIsLarge() {
        // 16 bytes a parameter against 8 x 80 GiB: 42.9 billion.
        assertThat(classOf(Facts.of(Activity.TRAINING).parameters(43))).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
        assertThat(classOf(Facts.of(Activity.TRAINING).parameters(42))).isEqualTo(WorkloadClass.UNDETERMINED);
    }

    @Test
    void recurringTrainingIsRecurringAtAnyScale() {
        assertThat(classOf(Facts.of(Activity.TRAINING).asks(512, "H100").recurring()))
                .isEqualTo(WorkloadClass.RECURRING_TRAINING);
    }

    @Test
    void trainingFromACheckpointIsFineTuning() {
        assertThat(classOf(Facts.of(Activity.TRAINING).asks(64, "H100").pretrained()))
                .isEqualTo(WorkloadClass.FINE_TUNING);
        assertThat(classOf(Facts.of(Activity.FINE_TUNING))).isEqualTo(WorkloadClass.FINE_TUNING);
    }

    @Test
    void servingWithAnObjectiveIsLowLatencyElseSustained() {
        assertThat(classOf(Facts.of(Activity.SERVING).within(8))).isEqualTo(WorkloadClass.LOW_LATENCY_INFERENCE);
        assertThat(classOf(Facts.of(Activity.SERVING))).isEqualTo(WorkloadClass.SUSTAINED_INFERENCE);
    }

    @Test
    void servingOnADeviceOrOfflineIsEdge() {
        assertThat(classOf(Facts.of(Activity.SERVING).onDevice())).isEqualTo(WorkloadClass.EDGE_INFERENCE);
        assertThat(classOf(Facts.of(Activity.SERVING).offline(true))).isEqualTo(WorkloadClass.EDGE_INFERENCE);
        assertThat(classOf(Facts.of(Activity.SERVING).offline(false))).isEqualTo(WorkloadClass.SUSTAINED_INFERENCE);
    }

    @Test
    void otherActivitiesAreWhatTheySay() {
        assertThat(classOf(Facts.of(Activity.EXPERIMENT))).isEqualTo(WorkloadClass.EXPERIMENTATION);
        assertThat(classOf(Facts.of(Activity.DEVELOPMENT))).isEqualTo(WorkloadClass.DEVELOPMENT);
        assertThat(classOf(Facts.of(Activity.BATCH_INFERENCE))).isEqualTo(WorkloadClass.BATCH_INFERENCE);
        assertThat(classOf(Facts.of(Activity.OTHER))).isEqualTo(WorkloadClass.NOT_AI);
    }

    @Test
    void ownersWordBeatsTheManifest() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  template:
                    spec:
                      containers:
                        - {image: 'vllm/vllm-openai:v0.9', args: [--model, Qwen/Qwen2.5-7B]}
                """;
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        Reading read = READER.read(bytes, Workload.UNKNOWN);
        Reading overridden =
                READER.read(bytes, Facts.of(Activity.BATCH_INFERENCE).known());
        assertThat(read.classification().workloadClass()).isEqualTo(WorkloadClass.SUSTAINED_INFERENCE);
        assertThat(overridden.classification().workloadClass()).isEqualTo(WorkloadClass.BATCH_INFERENCE);
        assertThat(overridden.classification().evidence().get(0).path()).isEqualTo("activity");
        assertThat(overridden.workload().model().name()).isEqualTo("Qwen/Qwen2.5-7B");
    }
}
