package dev.emplace.pricing.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/** Offers as messages, each encoded once until it changes: a search then only adds what the time of day changes. */
@Singleton
final class OfferGallery {

    /** Messages of withdrawn offers, beyond those of the catalog, that are kept before all are made anew. */
    private static final int MOST_FORGOTTEN = 10_000;

    private final Clock clock;
    private final ConcurrentHashMap<String, Shown> messages = new ConcurrentHashMap<>();
    private volatile PriceAges ages = new PriceAges(Long.MIN_VALUE);

    private record Shown(dev.emplace.pricing.domain.offers.Offer offer, ByteString timeless) {}

    OfferGallery(Clock clock) {
        this.clock = clock;
    }

    Offer message(CatalogSnapshot catalog, dev.emplace.pricing.domain.offers.Offer offer) {
        return decoded(encoded(catalog, offer));
    }

    /** Of an offer that is in no snapshot of the present. */
    Offer message(dev.emplace.pricing.domain.offers.Offer offer) {
        return decoded(dated(OfferMessages.timeless(offer).toByteString(), offer));
    }

    /** As {@link #message}, ready to be sent. */
    ByteString encoded(CatalogSnapshot catalog, dev.emplace.pricing.domain.offers.Offer offer) {
        return dated(catalog.isPast() ? OfferMessages.timeless(offer).toByteString() : shown(catalog, offer), offer);
    }

    /** The fields of a message may follow each other in any order. */
    private ByteString dated(ByteString timeless, dev.emplace.pricing.domain.offers.Offer offer) {
        return timeless.concat(agesNow().of(offer));
    }

    private PriceAges agesNow() {
        long second = clock.instant().getEpochSecond();
        var known = ages;
        if (known.second() != second) {
            known = new PriceAges(second);
            ages = known;
        }
        return known;
    }

    /** A call that still works on an older snapshot gets what it asks for, and costs the next one a translation. */
    private ByteString shown(CatalogSnapshot catalog, dev.emplace.pricing.domain.offers.Offer offer) {
        var shown = messages.get(offer.id());
        if (shown != null && shown.offer().equals(offer)) {
            return shown.timeless();
        }
        if (messages.size() > catalog.sizeAtMost() + MOST_FORGOTTEN) {
            messages.clear();
        }
        var encoded = OfferMessages.timeless(offer).toByteString();
        messages.put(offer.id(), new Shown(offer, encoded));
        return encoded;
    }

    private static Offer decoded(ByteString encoded) {
        try {
            return Offer.parseFrom(encoded);
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("what was encoded here cannot be read", impossible);
        }
    }
}
