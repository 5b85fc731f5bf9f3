package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementsRequest;
import dev.emplace.api.workload.v1.PlanPlacementsResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stream's items count as calls do toward what a process may hold. */
@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
@TestProfile(StreamedItemsTest.LittleMemory.class)
class StreamedItemsTest extends ServiceCalls {

    public static final class LittleMemory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("emplace.calls.held-bytes", "10000", "emplace.calls.concurrency", "1");
        }
    }

    private static PlanPlacementsRequest item(String id, String manifest) {
        return PlanPlacementsRequest.newBuilder()
                .setItemId(id)
                .setRequest(PlanPlacementRequest.newBuilder().setManifest(bytes(manifest)))
                .build();
    }

    @Test
    void anItemThatIsTooMuchIsRefusedAloneAndWhatWasHeldIsLetGo() throws Exception {
        Map<String, PlanPlacementsResponse> answers = new ConcurrentHashMap<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        StreamObserver<PlanPlacementsRequest> out = PlacementServiceGrpc.newStub(channel)
                .planPlacements(new StreamObserver<>() {
                    @Override
                    public void onNext(PlanPlacementsResponse answer) {
                        answers.put(answer.getItemId(), answer);
                    }

                    @Override
                    public void onError(Throwable failed) {
                        end.completeExceptionally(failed);
                    }

                    @Override
                    public void onCompleted() {
                        end.complete(null);
                    }
                });

        out.onNext(item("large", SERVER + "# " + "x".repeat(20_000)));
        for (int n = 0; n < 50; n++) {
            out.onNext(item("small-" + n, SERVER));
        }
        out.onCompleted();
        end.get(60, TimeUnit.SECONDS);

        assertThat(answers).hasSize(51);
        PlanPlacementsResponse large = Objects.requireNonNull(answers.remove("large"));
        assertThat(large.getError().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED.getNumber());
        assertThat(large.getError().getMessage()).contains("bytes in open calls");
        assertThat(answers.values())
                .allSatisfy(answer -> assertThat(answer.hasResponse()).isTrue());
    }
}
