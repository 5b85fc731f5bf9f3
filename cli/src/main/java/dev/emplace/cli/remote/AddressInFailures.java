package dev.emplace.cli.remote;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.Status.Code;

/** Puts the address into failures that no service answered: gRPC's own text names neither address nor cause. */
final class AddressInFailures implements ClientInterceptor {

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final String address;

    AddressInFailures(String address) {
        this.address = address;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                super.onClose(addressed(status, trailers), trailers);
                            }
                        },
                        headers);
            }
        };
    }

    private Status addressed(Status status, Metadata trailers) {
        if (trailers.containsKey(DETAILS)) {
            return status;
        }
        if (speaksAnother(status)) {
            return Status.UNAVAILABLE.withDescription("what answers at " + address + " does not speak gRPC");
        }
        return status.getCode() == Code.UNAVAILABLE ? status.withDescription("nobody answers at " + address) : status;
    }

    /** Where the peer speaks HTTP/1, or HTTP/2 without gRPC, as the ports of health and metrics do. */
    private static boolean speaksAnother(Status status) {
        String text = status.getDescription() + " " + status.getCause();
        return text.contains("not SETTINGS") || text.contains("HTTP status code");
    }
}
