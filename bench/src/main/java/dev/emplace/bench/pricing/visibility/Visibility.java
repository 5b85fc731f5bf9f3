package dev.emplace.bench.pricing.visibility;

import com.google.type.Money;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.bench.pricing.ServedCatalog;
import dev.emplace.bench.pricing.SyntheticCatalog;
import dev.emplace.bench.report.Percentiles;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.bench.stack.ServerProcess;
import dev.emplace.client.ServiceConnection;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two replicas on one database, a thousand watchers of our client, 100,000 offers: how long after the commit of a change
 * the searches of both replicas and all watchers know it; with NOTIFY, and where none of it arrives.
 */
public final class Visibility {

    private static final int WATCHERS = 1_000;
    private static final int CHANGES = 30;
    private static final int LONGEST_MILLIS = 250;
    private static final Target WITHIN = Target.atMost(1);
    private static final List<String> JVM = List.of("-Xmx1g");
    private static final String BOUND = LONGEST_MILLIS + " ms";

    private final CatalogDatabase database;
    private final List<ServerProcess> replicas;
    private final Offer offer;
    private final OfferRequirement alone;
    private final List<Row> rows = new ArrayList<>();

    private Visibility(CatalogDatabase database, List<ServerProcess> replicas, Offer offer) {
        this.database = database;
        this.replicas = List.copyOf(replicas);
        this.offer = offer;
        this.alone = alone(offer);
    }

    /** What the offer alone meets, which costs below every price of the synthetic catalog: so watchers list one offer. */
    private static OfferRequirement alone(Offer offer) {
        return OfferRequirement.newBuilder()
                .addRegions(offer.region().code())
                .setMaximumAcceleratorUnitPrice(
                        Money.newBuilder().setCurrencyCode("USD").setNanos(1_000_000))
                .build();
    }

    public static List<Row> rows() {
        SyntheticCatalog catalog = ServedCatalog.synthetic();
        List<Offer> offers = catalog.offers(ServedCatalog.OFFERS);
        try (CatalogDatabase database = ServedCatalog.publish(offers);
                ServerProcess one = database.start(List.of(), JVM);
                ServerProcess other = database.start(List.of(), JVM)) {
            database.publish("pulse", List.of(Pulse.priced(offers.get(0), 1)));
            Visibility visibility = new Visibility(database, List.of(one, other), offers.get(0));
            visibility.ofChanges();
            visibility.rows.add(new LargeImport(database, List.of(one, other), offers).row());
            return List.copyOf(visibility.rows);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changes were awaited", interrupted);
        }
    }

    private void ofChanges() throws InterruptedException {
        try (Connections connections = Connections.to(replicas);
                Watchers watchers = Watchers.start(replicas, WATCHERS, alone)) {
            pulse(connections, watchers, false).beat(3, 2);
            measure(pulse(connections, watchers, false), 1_000, "");
            measure(pulse(connections, watchers, true), 2_000, ", every NOTIFY lost");
        }
    }

    private Pulse pulse(Connections connections, Watchers watchers, boolean losesNews) {
        return new Pulse(
                new ObservedSource(database.source(), losesNews), offer, alone, connections.all(), watchers.arrivals());
    }

    private void measure(Pulse pulse, int firstNanos, String how) throws InterruptedException {
        pulse.beat(CHANGES, firstNanos);
        rows.add(row("commit to the searches of two replicas" + how, pulse.searches()));
        rows.add(row("commit to 1,000 watchers" + how, pulse.watches()));
    }

    private static Row row(String name, Percentiles millis) {
        double p99 = millis.at(99);
        String note = String.format(
                Locale.ROOT,
                "p99; median %.0f ms, longest %.0f ms, of %d changes at one a second, seen %,d times",
                millis.at(50),
                millis.at(100),
                CHANGES,
                millis.values().size());
        return new Row.Measured(name, BOUND, WITHIN, "ms", p99, LONGEST_MILLIS, p99 / LONGEST_MILLIS, note);
    }

    /** A connection to each replica. */
    record Connections(List<ServiceConnection> all) implements AutoCloseable {

        static Connections to(List<ServerProcess> replicas) {
            return new Connections(replicas.stream()
                    .map(replica -> ServiceConnection.inTheClear(replica.address()))
                    .toList());
        }

        @Override
        public void close() {
            all.forEach(ServiceConnection::close);
        }
    }
}
