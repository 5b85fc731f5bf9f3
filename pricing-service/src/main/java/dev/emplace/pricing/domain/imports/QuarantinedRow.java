package dev.emplace.pricing.domain.imports;

import java.time.Instant;
import java.util.Optional;

/**
 * A row that waits for a publisher, or about which one has decided.
 *
 * @param price as its source writes it
 * @param publishable whether it would be a price once released
 * @param standing the id of the offer that goes on meanwhile
 */
public record QuarantinedRow(
        String fingerprint,
        String source,
        State state,
        QuarantineReason reason,
        String note,
        String provider,
        String region,
        String zone,
        String instanceType,
        String model,
        String term,
        String price,
        String currency,
        long line,
        boolean publishable,
        Optional<String> standing,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> decided,
        String decidedBy,
        String comment) {

    /** Whether it still waits. */
    public enum State {
        PENDING,
        RELEASED,
        REJECTED,
        /** Its source no longer says so. */
        GONE
    }
}
