package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementsRequest;
import dev.emplace.api.workload.v1.PlanPlacementsResponse;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class PlanPlacementsTest extends ServiceCalls {
    private static PlanPlacementsRequest item(String id, PlanPlacementRequest request) {
        return PlanPlacementsRequest.newBuilder()
                .setItemId(id)
                .setRequest(request)
                .build();
    }

    private static PlanPlacementRequest server() {
        return PlanPlacementRequest.newBuilder().setManifest(bytes(SERVER)).build();
    }

    private static PlanPlacementRequest broken() {
        return PlanPlacementRequest.newBuilder().setManifest(bytes("kind: [")).build();
    }

    /** What a caller sees; it asks for answers itself. */
    private final class Caller implements ClientResponseObserver<PlanPlacementsRequest, PlanPlacementsResponse> {
        private final List<PlanPlacementsResponse> answers = new ArrayList<>();
        private final CompletableFuture<List<PlanPlacementsResponse>> end = new CompletableFuture<>();
        private ClientCallStreamObserver<PlanPlacementsRequest> out;
        private final boolean reads;

        Caller(boolean reads) {
            this.reads = reads;
            this.out = (ClientCallStreamObserver<PlanPlacementsRequest>)
                    PlacementServiceGrpc.newStub(channel).planPlacements(this);
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<PlanPlacementsRequest> stream) {
            if (!reads) {
                stream.disableAutoRequestWithInitial(0);
            }
        }

        @Override
        public synchronized void onNext(PlanPlacementsResponse answer) {
            answers.add(answer);
        }

        @Override
        public void onError(Throwable failed) {
            end.completeExceptionally(failed);
        }

        @Override
        public synchronized void onCompleted() {
            end.complete(List.copyOf(answers));
        }

        List<PlanPlacementsResponse> all() throws ExecutionException, InterruptedException, TimeoutException {
            return end.get(60, TimeUnit.SECONDS);
        }
    }

    private static Optional<PlanPlacementsResponse> of(String id, List<PlanPlacementsResponse> answers) {
        return answers.stream().filter(answer -> answer.getItemId().equals(id)).findFirst();
    }

    @Test
    void eachItemIsAnsweredOnceByItsId() throws Exception {
        Caller caller = new Caller(true);
        List<String> ids = IntStream.range(0, 100).mapToObj(n -> "item-" + n).toList();
        ids.forEach(id -> caller.out.onNext(item(id, server())));
        caller.out.onCompleted();

        List<PlanPlacementsResponse> answers = caller.all();

        assertThat(answers).extracting(PlanPlacementsResponse::getItemId).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.getResponse().getPlan().getOutcome())
                        .isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED));
    }

    @Test
    void anItemThatFailsEndsNeitherTheStreamNorTheOthers() throws Exception {
        Caller caller = new Caller(true);
        caller.out.onNext(item("malformed", broken()));
        caller.out.onNext(item("empty", PlanPlacementRequest.getDefaultInstance()));
        caller.out.onNext(item("well", server()));
        caller.out.onCompleted();

        List<PlanPlacementsResponse> answers = caller.all();

        assertThat(answers).hasSize(3);
        assertThat(of("malformed", answers).orElseThrow().getError().getCode())
                .isEqualTo(Code.INVALID_ARGUMENT.getNumber());
        assertThat(of("malformed", answers).orElseThrow().getError().getDetailsCount())
                .isPositive();
        assertThat(of("empty", answers).orElseThrow().getError().getMessage()).contains("subject");
        assertThat(of("well", answers).orElseThrow().hasResponse()).isTrue();
    }

    @Test
    void aServiceThatIsAwayIsTheErrorOfTheItemsThatNeededIt() throws Exception {
        FakeSuite.pricingIs(FakeSuite.Mood.AWAY);
        Caller caller = new Caller(true);
        caller.out.onNext(item("one", server()));
        Awaitility.await().until(() -> caller.answers.size() == 1);
        FakeSuite.pricingIs(FakeSuite.Mood.WELL);
        caller.out.onNext(item("two", server()));
        caller.out.onCompleted();

        List<PlanPlacementsResponse> answers = caller.all();

        assertThat(of("one", answers).orElseThrow().getError().getCode()).isEqualTo(Code.UNAVAILABLE.getNumber());
        assertThat(of("two", answers).orElseThrow().hasResponse()).isTrue();
    }

    /** Far more items than either side buffers: who does not read is not read. */
    @Test
    void aCallerThatDoesNotReadIsNotReadEither() throws Exception {
        Caller caller = new Caller(false);
        int before = FakeSuite.powerReached();
        int sent = 0;
        // Each manifest is filled up, so that transport buffers hold few of them.
        PlanPlacementRequest large = PlanPlacementRequest.newBuilder()
                .setManifest(bytes(SERVER + "# " + "x".repeat(60_000)))
                .build();
        while (caller.out.isReady() || sent == 0) {
            caller.out.onNext(item("item-" + sent++, large));
        }
        for (int n = 0; n < 200; n++) {
            caller.out.onNext(item("item-" + sent++, large));
        }
        int all = sent;
        caller.out.onCompleted();

        Awaitility.await()
                .during(300, TimeUnit.MILLISECONDS)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> FakeSuite.powerReached() - before < all);
        caller.out.request(all + 1);

        assertThat(caller.all()).hasSize(all);
    }

    @Test
    void aStreamWithoutItemsEnds() throws Exception {
        Caller caller = new Caller(true);
        caller.out.onCompleted();
        assertThat(caller.all()).isEmpty();
    }

    @Test
    void anItemWithoutAnIdEndsTheStream() {
        Caller caller = new Caller(true);
        caller.out.onNext(item("", server()));
        assertThat(caller.end)
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("item_id");
    }
}
