package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Outermost around every call, gRPC's own services included: details on errors, a deadline, and counting for the drain. */
final class CallGuard {

    /** Ends a call this long before gRPC resets its stream at the caller's deadline, since a reset carries no details. */
    private static final Duration HEAD_START = Duration.ofMillis(1);

    private final CallsInFlight inFlight;
    private final Duration defaultDeadline;

    CallGuard(CallsInFlight inFlight, Duration defaultDeadline) {
        this.inFlight = inFlight;
        this.defaultDeadline = defaultDeadline;
    }

    /** A {@link ServerInterceptor} by method reference: Quarkus warns of classes of that type which it does not apply. */
    <Q, R> Listener<Q> guard(ServerCall<Q, R> unguarded, Metadata headers, ServerCallHandler<Q, R> next) {
        GuardedCall<Q, R> call = GuardedCall.of(unguarded);
        if (inFlight.stopping()) {
            return refused(call, new ShuttingDownException());
        }
        CancellableContext context = withDeadline(call, Context.current());
        if (context.isCancelled()) {
            return refused(call, new DeadlineExceededException());
        }
        context.addListener(ended -> refuseWhereOutOfTime(call, ended), Runnable::run);
        inFlight.started(call);
        return new CountedListener<>(Contexts.interceptCall(context, call, headers, next), call, context);
    }

    private CancellableContext withDeadline(GuardedCall<?, ?> call, Context current) {
        Deadline callers = current.getDeadline();
        if (callers != null) {
            return current.withDeadline(callers.offset(-HEAD_START.toNanos(), TimeUnit.NANOSECONDS), eventLoop());
        }
        return CallsInFlight.isUnary(call)
                ? current.withDeadlineAfter(defaultDeadline.toNanos(), TimeUnit.NANOSECONDS, eventLoop())
                : current.withCancellation();
    }

    /** The call's own event loop as a timer: no lock is shared among calls, as there would be in a pool. */
    private static ScheduledExecutorService eventLoop() {
        return ((ContextInternal) Objects.requireNonNull(Vertx.currentContext())).nettyEventLoop();
    }

    private static void refuseWhereOutOfTime(GuardedCall<?, ?> call, Context ended) {
        if (ended.cancellationCause() instanceof TimeoutException) {
            call.refuse(new DeadlineExceededException());
        }
    }

    private static <Q> Listener<Q> refused(GuardedCall<Q, ?> call, Failure failure) {
        call.refuse(failure);
        return new Listener<>() {};
    }

    private final class CountedListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final GuardedCall<Q, ?> call;
        private final CancellableContext context;

        CountedListener(Listener<Q> listener, GuardedCall<Q, ?> call, CancellableContext context) {
            super(listener);
            this.call = call;
            this.context = context;
        }

        @Override
        public void onComplete() {
            try {
                super.onComplete();
            } finally {
                end();
            }
        }

        @Override
        public void onCancel() {
            try {
                // Before the listener hears of it: queued work is withdrawn, calls to other services end.
                context.cancel(null);
                super.onCancel();
            } finally {
                end();
            }
        }

        private void end() {
            context.cancel(null);
            inFlight.finished(call);
        }
    }
}
