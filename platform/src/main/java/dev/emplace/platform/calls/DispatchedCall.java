package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import java.util.concurrent.Callable;

/** Blocking work of one call, with the Context that it came in. */
final class DispatchedCall<R> implements Runnable {

    private final Context context;
    private final StreamObserver<R> out;
    private final Callable<R> work;

    DispatchedCall(Context context, StreamObserver<R> out, Callable<R> work) {
        this.context = context;
        this.out = out;
        this.work = work;
    }

    @Override
    public void run() {
        if (!context.isCancelled()) {
            context.run(() -> Answers.complete(out, this::workInRequestScope));
        }
    }

    void refuse(Failure failure) {
        out.onError(GrpcStatuses.of(failure));
    }

    /** Persistence contexts outside a transaction live in the request scope. */
    private R workInRequestScope() throws Exception {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        try {
            return work.call();
        } finally {
            scope.terminate();
        }
    }
}
