package dev.emplace.testkit.grpc;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import org.eclipse.microprofile.config.ConfigProvider;

/** Channels to the service under test; every error that comes back through them is checked to carry its details. */
public final class GrpcCalls {

    private GrpcCalls() {}

    /** Port on which the gRPC server of the running QuarkusTest listens. */
    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
    }

    /** A new connection, to be shut down by the test. */
    public static ManagedChannel channel() {
        return channel(port());
    }

    /** A new connection to a service process, to be shut down by the test. */
    public static ManagedChannel channel(int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .intercept(new DetailedErrors())
                .build();
    }
}
