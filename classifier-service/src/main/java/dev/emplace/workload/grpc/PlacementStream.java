package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.api.workload.v1.PlanPlacementsRequest;
import dev.emplace.api.workload.v1.PlanPlacementsResponse;
import dev.emplace.platform.calls.GrpcStatuses;
import dev.emplace.platform.errors.Failure;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/**
 * Plans what a caller streams, some at a time. An item is asked for when one is answered and the answers before it have
 * left, so neither what waits to be planned nor what waits to be read grows with the stream.
 */
final class PlacementStream implements StreamObserver<PlanPlacementsRequest> {
    /** Enough to keep two other services busy, and a fraction of what one replica works at. */
    static final int MOST_IN_FLIGHT = 8;

    private final ServerCallStreamObserver<PlanPlacementsResponse> out;
    private final LongFunction<Runnable> holding;
    private final BiConsumer<PlanPlacementRequest, StreamObserver<PlanPlacementResponse>> planned;
    private int unanswered;
    private int owed;
    private boolean complete;

    private PlacementStream(
            ServerCallStreamObserver<PlanPlacementsResponse> out,
            LongFunction<Runnable> holding,
            BiConsumer<PlanPlacementRequest, StreamObserver<PlanPlacementResponse>> planned) {
        this.out = out;
        this.holding = holding;
        this.planned = planned;
    }

    /** @param holding counts the bytes of an item until it is answered, or refuses to */
    static PlacementStream open(
            ServerCallStreamObserver<PlanPlacementsResponse> out,
            LongFunction<Runnable> holding,
            BiConsumer<PlanPlacementRequest, StreamObserver<PlanPlacementResponse>> planned) {
        PlacementStream stream = new PlacementStream(out, holding, planned);
        out.disableAutoRequest();
        out.setOnReadyHandler(stream::askForMore);
        // Without a handler, answering somebody who has left would throw.
        out.setOnCancelHandler(() -> {});
        out.request(MOST_IN_FLIGHT);
        return stream;
    }

    @Override
    public void onNext(PlanPlacementsRequest item) {
        synchronized (this) {
            unanswered++;
        }
        // A context of its own, which ends with the item: else a long stream would gather the listeners of all of them.
        CancellableContext context = Context.current().withCancellation();
        Answer answer = new Answer(item.getItemId(), context);
        try {
            // With the context, since nobody answers an item that is withdrawn from the queue when its caller leaves.
            Runnable letGo = holding.apply(item.getSerializedSize());
            context.addListener(ended -> letGo.run(), Runnable::run);
            context.run(() -> planned.accept(item.getRequest(), answer));
        } catch (Failure refused) {
            answer.onError(GrpcStatuses.of(refused));
        }
    }

    @Override
    public synchronized void onCompleted() {
        complete = true;
        endIfDone();
    }

    @Override
    public void onError(Throwable left) {
        // Cancelled with the call, whose context the plans in flight have.
    }

    private synchronized void answered(PlanPlacementsResponse answer) {
        unanswered--;
        owed++;
        if (!out.isCancelled()) {
            out.onNext(answer);
            askForMore();
            endIfDone();
        }
    }

    private synchronized void askForMore() {
        if (owed > 0 && out.isReady() && !complete) {
            out.request(owed);
            owed = 0;
        }
    }

    private void endIfDone() {
        if (complete && unanswered == 0) {
            out.onCompleted();
        }
    }

    /** Where the plan of one item goes. */
    private final class Answer implements StreamObserver<PlanPlacementResponse> {
        private final PlanPlacementsResponse.Builder message;
        private final CancellableContext context;

        Answer(String itemId, CancellableContext context) {
            this.message = PlanPlacementsResponse.newBuilder().setItemId(itemId);
            this.context = context;
        }

        @Override
        public void onNext(PlanPlacementResponse response) {
            message.setResponse(response);
        }

        @Override
        public void onError(Throwable failed) {
            message.setError(
                    Objects.requireNonNull(StatusProto.fromThrowable(GrpcStatuses.of(failed)), "a status has details"));
            onCompleted();
        }

        @Override
        public void onCompleted() {
            answered(message.build());
            context.cancel(null);
        }
    }
}
