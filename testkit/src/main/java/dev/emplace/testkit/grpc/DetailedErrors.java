package dev.emplace.testkit.grpc;

import dev.emplace.testkit.leaks.Exchange;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Optional;

/**
 * Turns an error without ErrorInfo, and any answer with a class name, SQL or a stack trace in it, into an error that
 * fails the test.
 */
final class DetailedErrors implements ClientInterceptor {

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        Exchange exchange = new Exchange();
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                super.start(new CheckedListener<>(listener, exchange), headers);
            }

            @Override
            public void sendMessage(Q message) {
                exchange.asked(message);
                super.sendMessage(message);
            }
        };
    }

    private static final class CheckedListener<R> extends SimpleForwardingClientCallListener<R> {

        private final Exchange exchange;
        private Optional<String> leak = Optional.empty();

        CheckedListener(ClientCall.Listener<R> listener, Exchange exchange) {
            super(listener);
            this.exchange = exchange;
        }

        @Override
        public void onMessage(R message) {
            if (leak.isEmpty()) {
                leak = isReflection(message) ? Optional.empty() : exchange.leak(message);
            }
            super.onMessage(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            String fault = leak.orElseGet(() -> fault(status, trailers));
            if (fault.isEmpty()) {
                super.onClose(status, trailers);
            } else {
                super.onClose(Status.DATA_LOSS.withDescription(fault + ": " + status), trailers);
            }
        }

        private String fault(Status status, Metadata trailers) {
            return endedHere(status, trailers)
                    ? ""
                    : GrpcError.of(status, trailers).fault(exchange);
        }

        /** Contracts name their Java package. */
        private static boolean isReflection(Object message) {
            return message.getClass().getName().startsWith("io.grpc.reflection.");
        }

        /** The client's own deadline, cancellation and connection faults never reached the service. */
        private static boolean endedHere(Status status, Metadata trailers) {
            return status.isOk() || trailers.keys().isEmpty();
        }
    }
}
