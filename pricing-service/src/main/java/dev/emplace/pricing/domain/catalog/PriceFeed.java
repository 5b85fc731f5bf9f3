package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.sheets.Sheet;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a feed beside its statements.
 *
 * @param name of the feed, such as {@code bundled}; an offer belongs to the feed that published it, until that withdraws it
 * @param edition of a feed that comes in editions, else 0: an older one than was published is ignored
 * @param digest of all that its statements depend on: the same digest changes nothing
 * @param observed when all of it was read from its source: then each of its prices was seen there at that time, and the
 *     days in the statements' sources count for nothing. Empty where each price has a day of its own
 * @param sheet who sees it, from its publication on; empty for everybody
 */
public record PriceFeed(String name, int edition, String digest, Optional<Instant> observed, Optional<Sheet> sheet) {

    /** Of a feed that everybody sees. */
    public PriceFeed(String name, int edition, String digest, Optional<Instant> observed) {
        this(name, edition, digest, observed, Optional.empty());
    }

    public PriceFeed {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a feed needs a name");
        }
        if (edition < 0) {
            throw new IllegalArgumentException("edition is " + edition + ", but must not be negative");
        }
    }
}
