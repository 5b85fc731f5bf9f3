package dev.emplace.bench.pricing.visibility;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.bench.stack.ServerProcess;
import dev.emplace.client.ServiceConnection;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A feed of 65,000 offers of which each has another price: from its first offer to the answers of all replicas. */
final class LargeImport {

    private static final int CHANGES = 65_000;
    private static final int TIMES = 5;
    private static final double LONGEST_SECONDS = 3;
    private static final String FEED = "large";

    private final CatalogDatabase database;
    private final List<ServerProcess> replicas;
    private final List<Offer> offers;
    private final List<Double> published = new ArrayList<>();
    private final List<Double> seen = new ArrayList<>();

    LargeImport(CatalogDatabase database, List<ServerProcess> replicas, List<Offer> like) {
        this.database = database;
        this.replicas = replicas;
        this.offers = like.subList(0, CHANGES);
    }

    Row row() {
        publish(0);
        published.clear();
        seen.clear();
        for (int i = 1; i <= TIMES; i++) {
            publish(i);
        }
        String note = String.format(
                Locale.ROOT,
                "from the first offer, median of %d; the commit comes after %.2f s; beside 100,000 other offers, without"
                        + " watchers",
                TIMES,
                Medians.median(published));
        double seconds = Medians.median(seen);
        return new Row.Measured(
                "import of 65,000 changes to the answers of two replicas",
                "3 s",
                Target.atMost(1),
                "s",
                seconds,
                LONGEST_SECONDS,
                seconds / LONGEST_SECONDS,
                note);
    }

    private void publish(int time) {
        List<Offer> priced = offers.stream().map(offer -> priced(offer, time)).toList();
        long start = System.nanoTime();
        long revision = database.publish(FEED, priced).revision();
        published.add((System.nanoTime() - start) / 1e9);
        String name = "offers/" + priced.get(0).id();
        try (Visibility.Connections connections = Visibility.Connections.to(replicas)) {
            connections.all().forEach(replica -> await(replica, name, revision));
        }
        seen.add((System.nanoTime() - start) / 1e9);
    }

    private static void await(ServiceConnection replica, String name, long revision) {
        replica.stub(CatalogServiceGrpc::newBlockingStub)
                .getOffer(GetOfferRequest.newBuilder()
                        .setName(name)
                        .setMinRevision(revision)
                        .build());
    }

    private static Offer priced(Offer offer, int time) {
        BigDecimal price = offer.hourlyPrice().orElseThrow().amount().add(new BigDecimal(time));
        return new Offer(
                "large-" + offer.id(),
                offer.region(),
                offer.zone(),
                offer.instance(),
                offer.model(),
                offer.commitment(),
                offer.minimumInstances(),
                new Price.Hourly(Money.rounded("USD", price)),
                offer.basis(),
                offer.source(),
                offer.ownership());
    }
}
