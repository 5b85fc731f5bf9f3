package dev.emplace.pricing.grpc;

import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.revision.Revisions;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.PastCatalogs;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Vantage;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Answers from the newest snapshot, once it is as new as the caller wants it; of another time, from the price book. */
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
        if (live.revision() >= minRevision) {
            Answers.answer(out, () -> work.apply(live.snapshot()));
        } else {
            compute(out, minRevision, work);
        }
    }

    /** For what takes longer: never on the event loop. */
    <R> void compute(StreamObserver<R> out, long minRevision, Function<CatalogSnapshot, R> work) {
        dispatcher.dispatch(out, () -> {
            Revisions.await(live::revision, minRevision);
            return work.apply(live.snapshot());
        });
    }

    /** From the catalog as it was, as {@link #compute}. */
    <R> void compute(StreamObserver<R> out, long minRevision, AskedTimes times, Function<CatalogSnapshot, R> work) {
        if (times.areNow()) {
            compute(out, minRevision, work);
        } else {
            past(out, minRevision, times, vantage -> work.apply(past.at(vantage)));
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
