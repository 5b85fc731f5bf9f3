package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/** Offers as messages, each translated once until it changes: a search then only adds what the time of day changes. */
@Singleton
final class OfferGallery {

    /** Messages of withdrawn offers, beyond those of the catalog, that are kept before all are made anew. */
    private static final int MOST_FORGOTTEN = 10_000;

    private final Clock clock;
    private final ConcurrentHashMap<String, Shown> messages = new ConcurrentHashMap<>();

    private record Shown(dev.emplace.pricing.domain.offers.Offer offer, Offer message) {}

    OfferGallery(Clock clock) {
        this.clock = clock;
    }

    Offer message(CatalogSnapshot catalog, dev.emplace.pricing.domain.offers.Offer offer) {
        return OfferMessages.at(
                clock.instant(), catalog.isPast() ? OfferMessages.timeless(offer) : shown(catalog, offer), offer);
    }

    /** Of an offer that is in no snapshot of the present. */
    Offer message(dev.emplace.pricing.domain.offers.Offer offer) {
        return OfferMessages.at(clock.instant(), OfferMessages.timeless(offer), offer);
    }

    /** A call that still works on an older snapshot gets what it asks for, and costs the next one a translation. */
    private Offer shown(CatalogSnapshot catalog, dev.emplace.pricing.domain.offers.Offer offer) {
        var shown = messages.get(offer.id());
        if (shown != null && shown.offer().equals(offer)) {
            return shown.message();
        }
        if (messages.size() > catalog.size() + MOST_FORGOTTEN) {
            messages.clear();
        }
        var message = OfferMessages.timeless(offer);
        messages.put(offer.id(), new Shown(offer, message));
        return message;
    }
}
