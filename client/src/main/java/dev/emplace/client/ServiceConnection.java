package dev.emplace.client;

import io.grpc.CallCredentials;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A connection to one service of Emplace, at all its replicas in turn. Calls have a deadline and are repeated where that
 * helps; any number of threads may make them.
 */
public final class ServiceConnection implements AutoCloseable {

    private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 10;

    private final ManagedChannel channel;
    private final CallSettings settings;
    private final Optional<CallCredentials> caller;

    private ServiceConnection(ManagedChannel channel, CallSettings settings, Optional<CallCredentials> caller) {
        this.channel = channel;
        this.settings = settings;
        this.caller = caller;
    }

    /** In the clear and as nobody, as a suite on this machine is called: {@code localhost:9101}. */
    public static ServiceConnection inTheClear(String address) {
        return open(address, InsecureChannelCredentials.create(), Optional.empty(), CallSettings.USUAL);
    }

    /**
     * Connects on the first call.
     *
     * @param address host and port, such as {@code pricing-service.emplace.svc:9101}; a name of several addresses is
     *     called at each in turn
     * @param credentials of the transport: {@code TlsChannelCredentials}, with our certificate where it says who we are
     * @param caller who calls, where a token says it: {@link BearerTokenFile}
     */
    public static ServiceConnection open(
            String address, ChannelCredentials credentials, Optional<CallCredentials> caller, CallSettings settings) {
        return over(Grpc.newChannelBuilder("dns:///" + address, credentials), caller, settings);
    }

    static ServiceConnection over(
            ManagedChannelBuilder<?> builder, Optional<CallCredentials> caller, CallSettings settings) {
        ManagedChannel channel = builder.defaultLoadBalancingPolicy("round_robin")
                .keepAliveTime(settings.keepAlive().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .disableServiceConfigLookUp()
                .defaultServiceConfig(RepeatedCalls.policy(settings))
                .build();
        return new ServiceConnection(channel, settings, caller);
    }

    /** A stub for one call or for some within one deadline, for example {@code stub(QuoteServiceGrpc::newBlockingStub)}. */
    public <S extends AbstractStub<S>> S stub(Function<Channel, S> kind) {
        return endless(kind).withDeadlineAfter(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A stub without a deadline, for streams. */
    <S extends AbstractStub<S>> S endless(Function<Channel, S> kind) {
        S stub = kind.apply(channel);
        return caller.map(stub::withCallCredentials).orElse(stub);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
