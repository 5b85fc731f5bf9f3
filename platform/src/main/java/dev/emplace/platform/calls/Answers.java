package dev.emplace.platform.calls;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Answers that need no waiting. */
public final class Answers {

    private Answers() {}

    /** Answers from memory, on the calling thread, which is the event loop: the work must not block. */
    public static <R> void answer(StreamObserver<R> out, Supplier<R> work) {
        complete(out, work::get);
    }

    @SuppressWarnings("CatchingUnchecked") // a call must be answered whatever the work throws
    static <R> void complete(StreamObserver<R> out, Callable<R> work) {
        R response;
        try {
            response = work.call();
        } catch (Throwable thrown) {
            out.onError(GrpcStatuses.of(thrown));
            return;
        }
        out.onNext(response);
        out.onCompleted();
    }
}
