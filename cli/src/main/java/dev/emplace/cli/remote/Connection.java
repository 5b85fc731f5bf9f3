package dev.emplace.cli.remote;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.api.power.v1.EnergyServiceGrpc;
import dev.emplace.api.power.v1.QuotaServiceGrpc;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.SiteServiceGrpc;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.QuarantineServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.SourceServiceGrpc;
import dev.emplace.api.pricing.v1.StatisticsServiceGrpc;
import dev.emplace.api.workload.v1.ClassifierServiceGrpc;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PolicyServiceGrpc;
import dev.emplace.cli.CliException;
import io.grpc.Channel;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.stub.AbstractStub;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A connection to one service. */
public final class Connection implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("[^:/\\s]+:\\d{1,5}");
    private static final int DEADLINE_SECONDS = 30;
    private static final int IMPORT_HOURS = 2;
    private static final int MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

    private final ManagedChannel channel;

    private Connection(ManagedChannel channel) {
        this.channel = channel;
    }

    /** Connects in plain text, as the suite is called that {@code emplace up} starts on loopback. */
    public static Connection to(String address) {
        return to(address, Security.NONE);
    }

    /** Connects to a host and port such as {@code localhost:9102}, on the first call. */
    public static Connection to(String address, Security security) {
        if (!ADDRESS.matcher(address).matches()
                || Integer.parseInt(address.substring(address.indexOf(':') + 1)) > 65_535) {
            throw new CliException("--server is '" + address + "'; give HOST:PORT, for example localhost:9102");
        }
        String host = address.substring(0, address.indexOf(':'));
        return new Connection(Grpc.newChannelBuilder("dns:///" + address, security.credentials(host))
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .intercept(security.interceptors())
                .intercept(new AddressInFailures(address))
                .build());
    }

    public ClassifierServiceGrpc.ClassifierServiceBlockingStub classifier() {
        return stub(ClassifierServiceGrpc::newBlockingStub);
    }

    public PlacementServiceGrpc.PlacementServiceBlockingStub placement() {
        return stub(PlacementServiceGrpc::newBlockingStub);
    }

    public PolicyServiceGrpc.PolicyServiceBlockingStub policies() {
        return stub(PolicyServiceGrpc::newBlockingStub);
    }

    public CatalogServiceGrpc.CatalogServiceBlockingStub catalog() {
        return stub(CatalogServiceGrpc::newBlockingStub);
    }

    public QuoteServiceGrpc.QuoteServiceBlockingStub quotes() {
        return stub(QuoteServiceGrpc::newBlockingStub);
    }

    public StatisticsServiceGrpc.StatisticsServiceBlockingStub statistics() {
        return stub(StatisticsServiceGrpc::newBlockingStub);
    }

    /** With a distant deadline: how long an import takes, its file decides. */
    public ImportServiceGrpc.ImportServiceStub imports() {
        return ImportServiceGrpc.newStub(channel).withDeadlineAfter(IMPORT_HOURS, TimeUnit.HOURS);
    }

    /** The same for imports that the service fetches itself. */
    public ImportServiceGrpc.ImportServiceBlockingStub fetches() {
        return ImportServiceGrpc.newBlockingStub(channel).withDeadlineAfter(IMPORT_HOURS, TimeUnit.HOURS);
    }

    public QuarantineServiceGrpc.QuarantineServiceBlockingStub quarantine() {
        return stub(QuarantineServiceGrpc::newBlockingStub);
    }

    public SourceServiceGrpc.SourceServiceBlockingStub sources() {
        return stub(SourceServiceGrpc::newBlockingStub);
    }

    public SiteServiceGrpc.SiteServiceBlockingStub sites() {
        return stub(SiteServiceGrpc::newBlockingStub);
    }

    public CapacityServiceGrpc.CapacityServiceBlockingStub capacity() {
        return stub(CapacityServiceGrpc::newBlockingStub);
    }

    /** For watches: they end after that time, or not by themselves. */
    public CapacityServiceGrpc.CapacityServiceBlockingStub capacityFor(Optional<Duration> time) {
        CapacityServiceGrpc.CapacityServiceBlockingStub calls = CapacityServiceGrpc.newBlockingStub(channel);
        return time.map(limit -> calls.withDeadlineAfter(Durations.toMillis(limit), TimeUnit.MILLISECONDS))
                .orElse(calls);
    }

    public EnergyServiceGrpc.EnergyServiceBlockingStub energy() {
        return stub(EnergyServiceGrpc::newBlockingStub);
    }

    public QuotaServiceGrpc.QuotaServiceBlockingStub quotas() {
        return stub(QuotaServiceGrpc::newBlockingStub);
    }

    public ReservationServiceGrpc.ReservationServiceBlockingStub reservations() {
        return stub(ReservationServiceGrpc::newBlockingStub);
    }

    public Channel channel() {
        return channel;
    }

    private <S extends AbstractStub<S>> S stub(Function<Channel, S> factory) {
        return factory.apply(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
