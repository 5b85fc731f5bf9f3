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

/**
 * Outermost around every call, gRPC's own services included: details on errors, an end at the deadline, a limit to how many
 * are open, and counting for the drain.
 */
final class CallGuard {

    /** Ends a call this long before gRPC resets its stream at the deadline, since a reset carries no details. */
    private static final Duration HEAD_START = Duration.ofMillis(1);

    private final CallsInFlight inFlight;
    private final HeldBytes held;

    CallGuard(CallsInFlight inFlight, HeldBytes held) {
        this.inFlight = inFlight;
        this.held = held;
    }

    /** A {@link ServerInterceptor} by method reference: Quarkus warns of classes of that type which it does not apply. */
    <Q, R> Listener<Q> guard(ServerCall<Q, R> unguarded, Metadata headers, ServerCallHandler<Q, R> next) {
        GuardedCall<Q, R> call = GuardedCall.of(unguarded);
        if (inFlight.stopping()) {
            return refused(call, new ShuttingDownException());
        }
        CancellableContext context = withDeadline(Context.current());
        if (context.isCancelled()) {
            return refused(call, new DeadlineExceededException());
        }
        if (!inFlight.started(call)) {
            return refused(call, OverloadedException.open(inFlight.limit()));
        }
        held.watch(context, call);
        context.addListener(ended -> refuseWhereOutOfTime(call, ended), Runnable::run);
        return new CountedListener<>(Contexts.interceptCall(context, call, headers, next), call, context);
    }

    /** Every unary call of a service has one: {@link TransportDeadlines}. */
    private static CancellableContext withDeadline(Context current) {
        Deadline deadline = current.getDeadline();
        return deadline == null
                ? current.withCancellation()
                : current.withDeadline(deadline.offset(-HEAD_START.toNanos(), TimeUnit.NANOSECONDS), eventLoop());
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
