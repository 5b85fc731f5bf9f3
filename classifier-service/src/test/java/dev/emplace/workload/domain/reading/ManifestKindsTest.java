package dev.emplace.workload.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.workload.Workload;
import dev.emplace.workload.yaml.YamlManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a manifest of each kind: the class, how many accelerators, over what, and the model. */
class ManifestKindsTest {
    private static final WorkloadReader READER =
            new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));

    private static Reading read(String file) throws IOException {
        Path path = Path.of("src", "test", "resources", "kinds", file);
        return READER.read(Files.readAllBytes(path), Workload.UNKNOWN);
    }

    private static ReadFact fact(Reading reading, String field) {
        return reading.facts().stream()
                .filter(fact -> fact.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Integer> number(String text) {
        return Optional.ofNullable(text).map(Integer::valueOf);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/kinds/expected.csv", numLinesToSkip = 1)
    void kindIsRead(String file, String workloadClass, String each, String nodes, String replicas, String model)
            throws IOException {
        Reading reading = read(file);
        Workload workload = reading.workload();
        assertThat(reading.classification().workloadClass()).hasToString(workloadClass);
        assertThat(workload.accelerators().perReplica()).isEqualTo(number(each));
        assertThat(workload.accelerators().nodes()).isEqualTo(number(nodes));
        assertThat(workload.needs().replicas()).isEqualTo(number(replicas));
        assertThat(workload.model().name()).isEqualTo(model == null ? "" : model);
    }

    @Test
    void factNamesWhereItWasReadAndHowFarAnAutoscalerGoes() throws IOException {
        ReadFact replicas = fact(read("inferenceservice.yaml"), "replica_count");
        assertThat(replicas.value()).isEqualTo("1, up to 4 by an autoscaler");
        assertThat(replicas.path()).isEqualTo("spec.predictor.minReplicas");
        assertThat(replicas.line()).isEqualTo(6);
        assertThat(fact(read("deployment-scaled.yaml"), "replica_count").document())
                .isEqualTo(1);
    }

    @Test
    void partOfAnAcceleratorIsSaidToBeOne() throws IOException {
        String field = "accelerators.accelerators_per_replica";
        assertThat(fact(read("daemonset-mig.yaml"), field).value()).isEqualTo("1 (a part: 2g.20gb)");
        assertThat(fact(read("sky-fraction.yaml"), field).value()).isEqualTo("1 (a part: 0.5)");
    }

    @Test
    void scheduleAndPreemptibleCapacityAndObjectivesAreRead() throws IOException {
        assertThat(read("cronjob.yaml").workload().recurring()).contains(true);
        assertThat(read("sky.yaml").workload().restartable()).contains(true);
        assertThat(fact(read("dynamo-request.yaml"), "latency_objective").value())
                .isEqualTo("200.0 ms to the first token");
    }

    @Test
    void instanceTypeNamesTheAccelerator() throws IOException {
        assertThat(read("kaito.yaml").workload().accelerators().kind()).isEqualTo("A100-80GB");
    }

    /** Kinds that the design promises to understand, as they call themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pod",
                "Deployment",
                "StatefulSet",
                "DaemonSet",
                "Job",
                "CronJob",
                "ReplicaSet",
                "PyTorchJob",
                "TFJob",
                "MPIJob",
                "TrainJob",
                "Notebook",
                "Experiment",
                "JobSet",
                "LeaderWorkerSet",
                "RayCluster",
                "RayJob",
                "RayService",
                "InferenceService",
                "LLMInferenceService",
                "InferenceGraph",
                "NIMService",
                "Workspace",
                "DynamoGraphDeployment",
                "DynamoGraphDeploymentRequest",
                "StormService",
                "ModelAdapter",
                "SeldonDeployment",
                "Model",
                "JointInferenceService",
                "FederatedLearningJob",
                "IncrementalLearningJob",
                "LifelongLearningJob"
            })
    void everyPromisedKindHasAManifestThatIsReadHere(String kind) throws IOException {
        boolean found = false;
        for (String row : Files.readAllLines(Path.of("src/test/resources/kinds/expected.csv")).stream()
                .skip(1)
                .toList()) {
            found |= read(row.substring(0, row.indexOf(','))).objects().stream()
                    .anyMatch(object -> object.kind().equals(kind));
        }
        assertThat(found).isTrue();
    }
}
