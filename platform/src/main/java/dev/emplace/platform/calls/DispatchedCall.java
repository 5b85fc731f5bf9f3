package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** Blocking work of one call, with the Context and the trace that it came in. */
final class DispatchedCall<R> implements Runnable {

    private final Context context;
    private final io.opentelemetry.context.Context trace = io.opentelemetry.context.Context.current();
    private final StreamObserver<R> out;
    private final Callable<R> work;
    private final Admission admission;
    private final long admitted = System.nanoTime();

    DispatchedCall(Context context, StreamObserver<R> out, Callable<R> work, Admission admission) {
        this.context = context;
        this.out = out;
        this.work = work;
        this.admission = admission;
    }

    @Override
    public void run() {
        boolean late = admission.isLate(System.nanoTime() - admitted);
        if (context.isCancelled()) {
            endUnstarted();
            return;
        }
        if (late) {
            refuse(admission.tooLate());
            return;
        }
        trace.wrap(() -> context.run(() -> Answers.complete(out, this::workInRequestScope)))
                .run();
    }

    void refuse(Failure failure) {
        out.onError(GrpcStatuses.of(failure));
    }

    /** The caller is answered already, or gone; this is for the interceptors between, which end the call's span. */
    void endUnstarted() {
        if (context.cancellationCause() instanceof TimeoutException) {
            refuse(new DeadlineExceededException());
        }
    }

    private Failure whyEnded() {
        return context.cancellationCause() instanceof TimeoutException
                ? new DeadlineExceededException()
                : new CallerLeftException();
    }

    /** Persistence contexts outside a transaction live in the request scope. */
    private R workInRequestScope() throws Exception {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        try {
            return work.call();
        } catch (CancellationException ended) {
            // What the work waited for is off with the call: no fault of anybody's.
            throw context.isCancelled() ? whyEnded() : ended;
        } finally {
            scope.terminate();
        }
    }
}
