package dev.emplace.pricing.grpc;

import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.revision.Revisions;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Answers from the newest snapshot, once it is as new as the caller wants it. */
@Singleton
final class CatalogReads {

    private final LiveCatalog live;
    private final Dispatcher dispatcher;

    CatalogReads(LiveCatalog live, Dispatcher dispatcher) {
        this.live = live;
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
}
