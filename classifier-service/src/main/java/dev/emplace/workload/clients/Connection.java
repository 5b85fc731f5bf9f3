package dev.emplace.workload.clients;

import dev.emplace.platform.calls.OutgoingCalls;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A channel to another service. Calls on it end with the caller's own deadline, or with the time-out before it. */
public final class Connection implements AutoCloseable {
    private final String service;
    private final ManagedChannel channel;
    private final Duration timeout;

    public Connection(OutgoingCalls calls, String service, String address, Duration timeout) {
        this.service = service;
        this.timeout = timeout;
        // Transport security is configured with authentication; until then services meet on loopback or a mesh.
        this.channel = calls.open(
                service,
                ManagedChannelBuilder.forTarget(address)
                        .usePlaintext()
                        .defaultLoadBalancingPolicy("round_robin")
                        .maxInboundMessageSize(32 << 20));
    }

    public String service() {
        return service;
    }

    /** Whether a connection stands, or none has been tried yet. */
    public boolean isReachable() {
        return OutgoingCalls.isReachable(channel);
    }

    ManagedChannel channel() {
        return channel;
    }

    <S extends AbstractStub<S>> S timed(S stub) {
        return stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Leaves half of what remains to the work that follows. */
    <S extends AbstractStub<S>> S timedToHalf(S stub) {
        Deadline callers = Context.current().getDeadline();
        long half = callers == null ? Long.MAX_VALUE : callers.timeRemaining(TimeUnit.NANOSECONDS) / 2;
        return stub.withDeadlineAfter(Math.min(half, timeout.toNanos()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
