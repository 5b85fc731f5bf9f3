package dev.emplace.testkit.leaks;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.Optional;

/** A call whose answers are looked at before they leave: what leaks is noted, and ends the call with DATA_LOSS instead. */
final class CheckedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    private final Exchange exchange = new Exchange();
    private boolean leaked;

    private CheckedCall(ServerCall<Q, R> call) {
        super(call);
    }

    static <Q, R> Listener<Q> start(ServerCall<Q, R> unchecked, Metadata headers, ServerCallHandler<Q, R> next) {
        CheckedCall<Q, R> call = new CheckedCall<>(unchecked);
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onMessage(Q message) {
                call.exchange.asked(message);
                super.onMessage(message);
            }
        };
    }

    @Override
    public synchronized void sendHeaders(Metadata headers) {
        if (passes(exchange.leak(headers))) {
            super.sendHeaders(headers);
        }
    }

    @Override
    public synchronized void sendMessage(R message) {
        if (passes(exchange.leak(message))) {
            super.sendMessage(message);
        }
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
        if (passes(exchange.leak(status, trailers))) {
            super.close(status, trailers);
        }
    }

    private boolean passes(Optional<String> leak) {
        if (leaked) {
            return false;
        }
        leak.ifPresent(found -> {
            leaked = true;
            Leaks.note(getMethodDescriptor().getFullMethodName() + " leaks a " + found);
            super.close(Status.DATA_LOSS.withDescription("the answer leaks a " + found), new Metadata());
        });
        return leak.isEmpty();
    }
}
