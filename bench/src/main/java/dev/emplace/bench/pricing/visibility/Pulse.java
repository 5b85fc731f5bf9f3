package dev.emplace.bench.pricing.visibility;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.bench.report.Percentiles;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.client.ServiceConnection;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** One offer whose price changes once a second, and how long after each commit that was seen. */
final class Pulse {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ObservedSource source;
    private final Offer offer;
    private final OfferRequirement requirement;
    private final List<ServiceConnection> replicas;
    private final Arrivals arrivals;
    private final List<Double> searches = new ArrayList<>();
    private final List<Double> watches = new ArrayList<>();

    /** @param requirement that the offer alone meets */
    Pulse(
            ObservedSource source,
            Offer offer,
            OfferRequirement requirement,
            List<ServiceConnection> replicas,
            Arrivals arrivals) {
        this.source = source;
        this.offer = offer;
        this.requirement = requirement;
        this.replicas = List.copyOf(replicas);
        this.arrivals = arrivals;
    }

    /** The offer at a price of so many billionths, which no other has. */
    static Offer priced(Offer offer, long nanos) {
        return new Offer(
                "pulse",
                offer.region(),
                offer.zone(),
                offer.instance(),
                offer.model(),
                offer.commitment(),
                offer.minimumInstances(),
                new Price.Hourly(new Money("USD", BigDecimal.valueOf(nanos, 9))),
                offer.basis(),
                offer.source(),
                Optional.empty());
    }

    void beat(int times, long firstNanos) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(replicas.size());
        try {
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                once(firstNanos + i, threads);
                LockSupport.parkNanos(BETWEEN.toNanos() - (System.nanoTime() - start));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void once(long nanos, ExecutorService threads) throws InterruptedException {
        long revision = CatalogDatabase.publish(source.observed(), "pulse", List.of(priced(offer, nanos)))
                .revision();
        long commit = source.commitNanos();
        List<Future<Long>> seen = new ArrayList<>();
        for (ServiceConnection replica : replicas) {
            seen.add(threads.submit(() -> seen(replica, revision, nanos)));
        }
        try {
            for (Future<Long> time : seen) {
                searches.add((time.get() - commit) / 1e6);
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a search failed", failed.getCause());
        }
        arrivals.awaitAll(revision, LONGEST).forEach(time -> watches.add((time - commit) / 1e6));
    }

    /** When a search of a replica has answered the new price. */
    private long seen(ServiceConnection replica, long revision, long nanos) {
        var found = replica.stub(CatalogServiceGrpc::newBlockingStub)
                .searchOffers(SearchOffersRequest.newBuilder()
                        .setRequirement(requirement)
                        .setMinRevision(revision)
                        .build());
        long time = System.nanoTime();
        if (found.getOffersCount() != 1 || found.getOffers(0).getListUnitPrice().getNanos() != nanos) {
            throw new IllegalStateException("at revision " + revision + " a search found " + found);
        }
        return time;
    }

    /** Milliseconds from commit to the answers of all replicas. */
    Percentiles searches() {
        return new Percentiles(searches);
    }

    /** Milliseconds from commit to all watchers. */
    Percentiles watches() {
        return new Percentiles(watches);
    }
}
