package dev.emplace.cli.remote;

import dev.emplace.api.workload.v1.ClassifierServiceGrpc;
import dev.emplace.api.workload.v1.ClassifierServiceGrpc.ClassifierServiceBlockingStub;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlacementServiceGrpc.PlacementServiceBlockingStub;
import dev.emplace.cli.CliException;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A connection to one service, in plain text: the suite that {@code emplace up} starts is on loopback. */
public final class Connection implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("[^:/\\s]+:\\d{1,5}");
    private static final int DEADLINE_SECONDS = 30;
    private static final int MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

    private final ManagedChannel channel;

    private Connection(ManagedChannel channel) {
        this.channel = channel;
    }

    /** Connects to a host and port such as {@code localhost:9102}, on the first call. */
    public static Connection to(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new CliException("--server is '" + address + "'; give HOST:PORT, for example localhost:9102");
        }
        return new Connection(NettyChannelBuilder.forTarget("dns:///" + address)
                .usePlaintext()
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .build());
    }

    public ClassifierServiceBlockingStub classifier() {
        return ClassifierServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public PlacementServiceBlockingStub placement() {
        return PlacementServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public Channel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
