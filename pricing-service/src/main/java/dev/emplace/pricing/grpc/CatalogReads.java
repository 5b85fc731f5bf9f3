package dev.emplace.pricing.grpc;

import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.revision.Revisions;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.PastCatalogs;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Vantage;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers from the newest snapshot, once it is as new as the caller wants it; of another time, from the price book. Each
 * caller sees the contracted sheets that it reads, and no other.
 */
@Singleton
final class CatalogReads {

    private final LiveCatalog live;
    private final PriceHistory history;
    private final PastCatalogs past;
    private final Dispatcher dispatcher;

    CatalogReads(LiveCatalog live, PriceHistory history, PastCatalogs past, Dispatcher dispatcher) {
        this.live = live;
        this.history = history;
        this.past = past;
        this.dispatcher = dispatcher;
    }

    /** For lookups and searches, which take less time than a change of threads: on the event loop where it can be. */
    <R> void answer(StreamObserver<R> out, long minRevision, Function<CatalogSnapshot, R> work) {
        if (!live.isLoaded() || live.revision() < minRevision) {
            compute(out, minRevision, work);
            return;
        }
        var snapshot = live.snapshot();
        var sheets = sheets(snapshot);
        if (snapshot.isReadyFor(sheets)) {
            Answers.answer(out, () -> work.apply(snapshot.including(sheets)));
        } else {
            compute(out, minRevision, work);
        }
    }

    /** As the caller may see it. */
    private CatalogSnapshot seen() {
        var snapshot = live.snapshot();
        return snapshot.including(sheets(snapshot));
    }

    /** The contracted sheets that the caller reads by now, whatever time it asks about. */
    private static Set<String> sheets(CatalogSnapshot now) {
        return now.sheets().readBy(Asking.names());
    }

    /** Whether the caller may see an offer that was read from elsewhere than a snapshot. */
    boolean shows(Offer offer) {
        return shown().test(offer);
    }

    /** What the caller may see, for as long as its call runs: its sheets are looked up each time, for they may be taken away. */
    Predicate<Offer> shown() {
        var names = Asking.names();
        return offer -> !offer.isContracted()
                || OfferNames.sourceOf(offer.id())
                        .filter(live.snapshot().sheets().readBy(names)::contains)
                        .isPresent();
    }

    /** For what takes longer: never on the event loop. */
    <R> void compute(StreamObserver<R> out, long minRevision, Function<CatalogSnapshot, R> work) {
        dispatcher.dispatch(out, () -> {
            Revisions.await(live::revision, minRevision);
            return work.apply(seen());
        });
    }

    /** From the catalog as it was, as {@link #compute}. */
    <R> void compute(StreamObserver<R> out, long minRevision, AskedTimes times, Function<CatalogSnapshot, R> work) {
        if (times.areNow()) {
            compute(out, minRevision, work);
        } else {
            past(out, minRevision, times, vantage -> work.apply(past.at(vantage).including(sheets(live.snapshot()))));
        }
    }

    /** From the database. */
    <R> void past(StreamObserver<R> out, long minRevision, AskedTimes times, Function<Vantage, R> work) {
        dispatcher.dispatch(out, () -> {
            Revisions.await(live::revision, minRevision);
            return work.apply(times.vantage(history));
        });
    }
}
