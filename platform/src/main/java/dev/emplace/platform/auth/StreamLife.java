package dev.emplace.platform.auth;

import dev.emplace.platform.errors.Failure;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends streams: when the credentials of their caller do, and at the latest when they are too old. */
final class StreamLife {

    private final Duration age;
    private final Clock clock = Clock.systemUTC();

    StreamLife(Duration age) {
        this.age = age;
    }

    <Q, R> ServerCallHandler<Q, R> limiting(Caller caller, ServerCallHandler<Q, R> next) {
        return (call, headers) -> limit(call, headers, next, Optional.of(caller));
    }

    <Q, R> Listener<Q> limit(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return limit(call, headers, next, Optional.empty());
    }

    private <Q, R> Listener<Q> limit(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next, Optional<Caller> caller) {
        Listener<Q> listener = next.startCall(call, headers);
        return isUnary(call) ? listener : new EndingListener<>(listener, ending(call, caller));
    }

    private ScheduledFuture<?> ending(ServerCall<?, ?> call, Optional<Caller> caller) {
        Optional<Duration> credentials =
                caller.flatMap(Caller::expiry).map(end -> Duration.between(clock.instant(), end));
        boolean expires = credentials.filter(left -> left.compareTo(age) < 0).isPresent();
        Failure end =
                expires ? UnauthenticatedException.expired("token or certificate") : new StreamTooOldException(age);
        return ((ContextInternal) Objects.requireNonNull(Vertx.currentContext()))
                .nettyEventLoop()
                .schedule(
                        () -> call.close(Status.UNAVAILABLE.withCause(end), new Metadata()),
                        expires ? credentials.get().toMillis() : age.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** By the contract's type, which a caller cannot choose. */
    private static boolean isUnary(ServerCall<?, ?> call) {
        return call.getMethodDescriptor().getType().clientSendsOneMessage()
                && call.getMethodDescriptor().getType().serverSendsOneMessage();
    }

    private static final class EndingListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final ScheduledFuture<?> ending;

        EndingListener(Listener<Q> listener, ScheduledFuture<?> ending) {
            super(listener);
            this.ending = ending;
        }

        @Override
        public void onComplete() {
            ending.cancel(false);
            super.onComplete();
        }

        @Override
        public void onCancel() {
            ending.cancel(false);
            super.onCancel();
        }
    }
}
