package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/** Offers as messages, each translated once in a revision: a search then only adds what the time of day changes. */
@Singleton
final class OfferGallery {

    private final Clock clock;
    private volatile Shown shown = new Shown(-1, new ConcurrentHashMap<>());

    private record Shown(long revision, ConcurrentHashMap<String, Offer> messages) {}

    OfferGallery(Clock clock) {
        this.clock = clock;
    }

    Offer message(CatalogSnapshot catalog, dev.emplace.pricing.domain.offers.Offer offer) {
        var timeless =
                shownAt(catalog.revision()).messages().computeIfAbsent(offer.id(), id -> OfferMessages.timeless(offer));
        return OfferMessages.at(clock.instant(), timeless, offer);
    }

    /** A call that still works on an older snapshot translates for itself. */
    private Shown shownAt(long revision) {
        var current = shown;
        if (current.revision() == revision) {
            return current;
        }
        var fresh = new Shown(revision, new ConcurrentHashMap<>());
        if (revision > current.revision()) {
            shown = fresh;
        }
        return fresh;
    }
}
