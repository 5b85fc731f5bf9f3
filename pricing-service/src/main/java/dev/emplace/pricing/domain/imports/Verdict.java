package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.Optional;

/** What becomes of a row. */
public sealed interface Verdict {

    ObservedRow row();

    /** It is published. */
    record Publish(ObservedRow row, Offer offer) implements Verdict {}

    /** The same thing at the same price stood in the source before. */
    record Repeated(ObservedRow row) implements Verdict {}

    /**
     * It waits for a publisher.
     *
     * @param note the number that failed and the limit, for people
     * @param offer what would be published; empty where it cannot be
     * @param standing what the catalog says until then
     */
    record Quarantine(
            ObservedRow row,
            String fingerprint,
            QuarantineReason reason,
            String note,
            Optional<Offer> offer,
            Optional<Offer> standing)
            implements Verdict {}

    /** A publisher has rejected this very row before; what stood before goes on standing. */
    record Rejected(ObservedRow row, Optional<Offer> standing) implements Verdict {}
}
