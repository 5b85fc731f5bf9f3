package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.type.LatLng;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.ClassifyManifestRequest;
import dev.emplace.api.workload.v1.ClassifyManifestResponse;
import dev.emplace.api.workload.v1.ClassifyRequest;
import dev.emplace.api.workload.v1.Habitat;
import dev.emplace.api.workload.v1.ManifestObject;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.api.workload.v1.WorkloadClass;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class ClassifierServiceTest extends ServiceCalls {
    private ClassifyManifestResponse classify(String manifest) {
        return classifier()
                .classifyManifest(ClassifyManifestRequest.newBuilder()
                        .setManifest(bytes(manifest))
                        .build());
    }

    private GrpcError refusal(ByteString manifest) {
        return GrpcError.from(() -> classifier()
                .classifyManifest(ClassifyManifestRequest.newBuilder()
                        .setManifest(manifest)
                        .build()));
    }

    @Test
    void aManifestIsClassifiedWithItsEvidence() {
        Classification said = classify(SERVER).getClassification();
        assertThat(said.getWorkloadClass()).isEqualTo(WorkloadClass.WORKLOAD_CLASS_SUSTAINED_INFERENCE);
        assertThat(said.getConfidence()).isBetween(0.7, 1.0);
        assertThat(said.getHabitatsList()).containsExactly(Habitat.HABITAT_COLOCATION, Habitat.HABITAT_GPU_CLOUD);
        assertThat(said.getEvidenceList()).anySatisfy(evidence -> {
            assertThat(evidence.getPath()).isEqualTo("document 1, spec.template.spec.containers[0].image");
            assertThat(evidence.getLine()).isEqualTo(10);
            assertThat(evidence.getObserved()).isEqualTo("vllm/vllm-openai:v0.9.1");
        });
    }

    @Test
    void whatWasDerivedCanBeRead() {
        Workload derived = classify(SERVER).getClassification().getDerived();
        assertThat(derived.getModel().getName()).isEqualTo("meta-llama/Llama-3.1-70B-Instruct");
        assertThat(derived.getAccelerators().getAcceleratorsPerReplica()).isEqualTo(4);
        assertThat(derived.getReplicaCount()).isEqualTo(2);
        assertThat(derived.getContextTokens()).isEqualTo(16_384);
        assertThat(classify(SERVER).getClassification().getDerivedFactsList())
                .filteredOn(fact -> fact.getField().equals("replica_count"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.getPath()).isEqualTo("document 1, spec.replicas"));
    }

    @Test
    void objectsAreListedAndThePrincipalOneIsMarked() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: front}\n---\n";
        ClassifyManifestResponse response = classify(service + SERVER);
        assertThat(response.getPolicyVersion()).isNotBlank();
        assertThat(response.getObjectsList())
                .extracting(ManifestObject::getKind)
                .containsExactly("Service", "Deployment");
        assertThat(response.getObjects(1).getPrincipal()).isTrue();
        assertThat(response.getObjects(1).getDisplayName()).isEqualTo("assistant");
        assertThat(response.getObjects(1).getDocument()).isEqualTo(2);
    }

    @Test
    void explicitFactsAreClassifiedAndTheEdgeIsJudged() {
        ClassifyRequest request = ClassifyRequest.newBuilder()
                .setWorkload(Workload.newBuilder()
                        .setActivity(Activity.ACTIVITY_SERVING)
                        .setLatencyObjective(Duration.newBuilder().setNanos(8_000_000)))
                .build();
        Classification said = classifier().classify(request).getClassification();
        assertThat(said.getWorkloadClass()).isEqualTo(WorkloadClass.WORKLOAD_CLASS_LOW_LATENCY_INFERENCE);
        assertThat(said.getEdgeRulesList()).hasSize(8);
    }

    @Test
    void anEmptyRequestNamesWhatIsMissing() {
        GrpcError.from(() -> classifier().classify(ClassifyRequest.getDefaultInstance()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("workload");
        GrpcError.from(() -> classifier().classifyManifest(ClassifyManifestRequest.getDefaultInstance()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("manifest");
    }

    @Test
    void malformedYamlNamesDocumentLineAndPath() {
        GrpcError error = refusal(bytes("kind: Pod\n---\nspec:\n  a: [1, 2\n  b: }\n"))
                .is(Status.Code.INVALID_ARGUMENT, "MALFORMED_MANIFEST")
                .violates("manifest");
        assertThat(error.metadata()).containsEntry("document", "2").containsEntry("line", "5");
    }

    @Test
    void aBombIsRefusedInTime() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'o'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append((before + ", ").repeat(9))
                    .append(before)
                    .append("]\n");
        }
        refusal(bytes(bomb.toString())).is(Status.Code.INVALID_ARGUMENT, "MANIFEST_TOO_COMPLEX");
    }

    @Test
    void anotherEncodingIsRefused() {
        refusal(ByteString.copyFrom(new byte[] {'a', ':', ' ', (byte) 0xE4}))
                .is(Status.Code.INVALID_ARGUMENT, "MALFORMED_MANIFEST");
    }

    @Test
    void commentsAloneAreAnEmptyManifest() {
        refusal(bytes("# nothing here\n")).is(Status.Code.INVALID_ARGUMENT, "EMPTY_MANIFEST");
    }

    @Test
    void tooManyAcceleratorsAreRefusedByTheContract() {
        Workload.Builder workload = Workload.newBuilder();
        workload.getAcceleratorsBuilder().setAcceleratorsPerReplica(-1);
        GrpcError.from(() -> classifier()
                        .classify(ClassifyRequest.newBuilder()
                                .setWorkload(workload)
                                .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("workload.accelerators.accelerators_per_replica");
    }

    @Test
    void aPlaceOffTheGlobeIsRefused() {
        Workload workload = Workload.newBuilder()
                .setUsersLocation(LatLng.newBuilder().setLatitude(91))
                .build();
        GrpcError.from(() -> classifier()
                        .classify(ClassifyRequest.newBuilder()
                                .setWorkload(workload)
                                .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("users_location");
    }

    @Test
    void anExpiredDeadlineIsDeadlineExceeded() {
        GrpcError error = GrpcError.from(() -> classifier()
                .withDeadlineAfter(1, TimeUnit.NANOSECONDS)
                .classifyManifest(ClassifyManifestRequest.newBuilder()
                        .setManifest(bytes(SERVER))
                        .build()));
        assertThat(error.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }
}
