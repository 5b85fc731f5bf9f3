package dev.emplace.testkit.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/** Turns an error without ErrorInfo, or with a class name, SQL or a stack trace in it, into one that fails the test. */
final class DetailedErrors implements ClientInterceptor {

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                super.start(new CheckedListener<>(listener), headers);
            }
        };
    }

    private static final class CheckedListener<R> extends SimpleForwardingClientCallListener<R> {

        CheckedListener(ClientCall.Listener<R> listener) {
            super(listener);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            String fault = endedHere(status, trailers)
                    ? ""
                    : GrpcError.of(status, trailers).fault();
            if (fault.isEmpty()) {
                super.onClose(status, trailers);
            } else {
                super.onClose(Status.DATA_LOSS.withDescription(fault + ": " + status), trailers);
            }
        }

        /** The client's own deadline, cancellation and connection faults never reached the service. */
        private static boolean endedHere(Status status, Metadata trailers) {
            return status.isOk() || trailers.keys().isEmpty();
        }
    }
}
