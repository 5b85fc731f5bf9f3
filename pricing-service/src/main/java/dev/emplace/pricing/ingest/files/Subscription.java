package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.Feed;
import java.time.Duration;

/**
 * A source that is read on a schedule.
 *
 * @param source the feed's name
 * @param provider of files that do not name it, else empty
 * @param every how long after one reading the next begins
 * @param staleAfter how old what it said last may be
 */
public record Subscription(
        String source, FileFormat format, String provider, String url, Duration every, Duration staleAfter) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public Subscription {
        Feed.requireName(source);
        if (format == FileFormat.SKYPILOT && provider.isBlank()) {
            throw new IllegalArgumentException("the source '" + source
                    + "' has no provider; files of SkyPilot do not say whose prices they are, so say it: aws");
        }
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "the source '" + source + "' is read every " + every + "; at most once a minute is allowed");
        }
    }

    /** The address without its query: there are keys in some, and everybody may read this. */
    public String citation() {
        return AddressRules.citation(url);
    }
}
