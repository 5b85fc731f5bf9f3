package dev.emplace.workload.clients;

import dev.emplace.platform.auth.SecureChannels;
import dev.emplace.platform.calls.OutgoingCalls;
import dev.emplace.platform.calls.TimeLeft;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A channel to another service. Calls on it end with the caller's own deadline, or with the time-out before it. */
public final class Connection implements AutoCloseable {
    private final Dependency dependency;
    private final Breaker breaker;
    private final ManagedChannel channel;

    public Connection(OutgoingCalls calls, SecureChannels channels, Dependency dependency, Breaker breaker) {
        this.dependency = dependency;
        this.breaker = breaker;
        this.channel = calls.open(
                dependency.service(),
                channels.to(dependency.address())
                        .defaultLoadBalancingPolicy("round_robin")
                        .maxInboundMessageSize(32 << 20),
                dependency.reads());
    }

    public String service() {
        return dependency.service();
    }

    /** Whether a connection stands, or none has been tried yet. */
    public boolean isReachable() {
        return OutgoingCalls.isReachable(channel);
    }

    /** Makes a call on the stub that {@code stubs} makes of the channel. */
    <S extends AbstractStub<S>, R> R ask(Function<Channel, S> stubs, Function<S, R> call) {
        return ask(stubs.apply(channel), remaining(), call);
    }

    /** The same, but leaves half of what remains to the work that follows. */
    <S extends AbstractStub<S>, R> R askWithinHalf(Function<Channel, S> stubs, Function<S, R> call) {
        return ask(stubs.apply(channel), remaining() / 2, call);
    }

    private <S extends AbstractStub<S>, R> R ask(S stub, long mostNanos, Function<S, R> call) {
        long timeout = dependency.timeout().toNanos();
        S timed = stub.withDeadlineAfter(Math.min(timeout, mostNanos), TimeUnit.NANOSECONDS);
        return breaker.call(() -> call.apply(timed), timeout <= mostNanos);
    }

    private static long remaining() {
        return TimeLeft.ofCall().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
