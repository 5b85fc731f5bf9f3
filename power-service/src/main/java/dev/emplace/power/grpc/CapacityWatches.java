package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.api.power.v1.WatchCapacityResponse;
import dev.emplace.platform.watch.OpenWatches;
import dev.emplace.power.domain.reservation.Chronicle;
import dev.emplace.power.domain.reservation.SiteBook;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;

/** The open watches of capacity. */
@Singleton
final class CapacityWatches {
    private final SiteBook book;
    private final Chronicle chronicle;
    private final OpenWatches watches;

    CapacityWatches(SiteBook book, Chronicle chronicle, OpenWatches watches) {
        this.book = book;
        this.chronicle = chronicle;
        this.watches = watches;
    }

    /** Reads nothing yet, so that it may be called on the event loop. */
    void open(WatchCapacityRequest request, StreamObserver<WatchCapacityResponse> out) {
        watches.open(out, () -> {
            CapacitySelection selection = CapacitySelection.of(request);
            return new CapacityCursor(
                    book, chronicle, selection, SiteStarts.of(request.getStartsList(), selection), watches::news);
        });
    }
}
