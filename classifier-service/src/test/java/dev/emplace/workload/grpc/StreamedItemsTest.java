package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementsRequest;
import dev.emplace.api.workload.v1.PlanPlacementsResponse;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
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

    private final MeterRegistry registry;

    @Inject
    StreamedItemsTest(MeterRegistry registry) {
        this.registry = registry;
    }

    private static PlanPlacementsRequest item(String id, String manifest) {
        return PlanPlacementsRequest.newBuilder()
                .setItemId(id)
                .setRequest(PlanPlacementRequest.newBuilder().setManifest(bytes(manifest)))
                .build();
    }

    /** What a caller is answered. */
    private static final class Answers implements StreamObserver<PlanPlacementsResponse> {
        private final Map<String, PlanPlacementsResponse> byItem = new ConcurrentHashMap<>();
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        @Override
        public void onNext(PlanPlacementsResponse answer) {
            byItem.put(answer.getItemId(), answer);
        }

        @Override
        public void onError(Throwable failed) {
            end.completeExceptionally(failed);
        }

        @Override
        public void onCompleted() {
            end.complete(null);
        }
    }

    private ClientCallStreamObserver<PlanPlacementsRequest> open(Answers answers) {
        return (ClientCallStreamObserver<PlanPlacementsRequest>)
                PlacementServiceGrpc.newStub(channel).planPlacements(answers);
    }

    private double held() {
        return registry.get("emplace.calls.held").gauge().value();
    }

    /** One of them is in work, and nobody answers those that the queue gives up. */
    @Test
    void whatTheItemsOfACallerWhoLeftHeldIsLetGo() {
        FakeSuite.pricingIs(FakeSuite.Mood.SILENT);
        ClientCallStreamObserver<PlanPlacementsRequest> out = open(new Answers());
        List<PlanPlacementsRequest> items = IntStream.range(0, PlacementStream.MOST_IN_FLIGHT)
                .mapToObj(number -> item("item-" + number, SERVER))
                .toList();
        items.forEach(out::onNext);
        double bytes = items.stream()
                .mapToInt(PlanPlacementsRequest::getSerializedSize)
                .sum();
        Awaitility.await().until(() -> held() == bytes);

        out.cancel("left", null);

        Awaitility.await().until(() -> held() == 0);
    }

    @Test
    void anItemThatIsTooMuchIsRefusedAlone() throws Exception {
        Answers answers = new Answers();
        ClientCallStreamObserver<PlanPlacementsRequest> out = open(answers);
        out.onNext(item("large", SERVER + "# " + "x".repeat(20_000)));
        for (int n = 0; n < 50; n++) {
            out.onNext(item("small-" + n, SERVER));
        }
        out.onCompleted();
        answers.end.get(60, TimeUnit.SECONDS);

        assertThat(answers.byItem).hasSize(51);
        PlanPlacementsResponse large = Objects.requireNonNull(answers.byItem.remove("large"));
        assertThat(large.getError().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED.getNumber());
        assertThat(large.getError().getMessage()).contains("bytes in open calls");
        assertThat(answers.byItem.values())
                .allSatisfy(answer -> assertThat(answer.hasResponse()).isTrue());
    }
}
