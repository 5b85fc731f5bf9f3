package dev.emplace.pricing.ingest.files;

import java.time.Duration;
import java.util.regex.Pattern;

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

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public Subscription {
        if (!NAME.matcher(source).matches() || source.length() > 40) {
            throw new IllegalArgumentException("the source '" + source
                    + "' cannot be named so: give at most 40 lower-case letters and digits in words joined by hyphens");
        }
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
