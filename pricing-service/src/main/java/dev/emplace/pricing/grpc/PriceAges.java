package dev.emplace.pricing.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.pricing.domain.offers.Confidence;
import dev.emplace.pricing.domain.offers.PriceBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How old prices are in one second, and what that leaves of their confidence: the same for all that were seen on a day. */
final class PriceAges {

    private final long second;
    private final Map<Rest, ByteString> known = new ConcurrentHashMap<>();

    /** What decides it. */
    private record Rest(PriceBasis basis, LocalDate observed) {}

    /** @param second since 1970 */
    PriceAges(long second) {
        this.second = second;
    }

    long second() {
        return second;
    }

    /** Those two fields of the offer's message. */
    ByteString of(dev.emplace.pricing.domain.offers.Offer offer) {
        return known.computeIfAbsent(new Rest(offer.basis(), offer.source().observed()), this::encoded);
    }

    private ByteString encoded(Rest rest) {
        var today = Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).toLocalDate();
        long began = rest.observed().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return Offer.newBuilder()
                .setConfidence(Confidence.of(rest.basis(), rest.observed(), today)
                        .value()
                        .doubleValue())
                .setPriceAge(Duration.newBuilder().setSeconds(Math.max(0, second - began)))
                .build()
                .toByteString();
    }
}
