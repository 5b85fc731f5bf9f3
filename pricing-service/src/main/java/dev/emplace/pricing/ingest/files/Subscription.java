package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.Feed;
import dev.emplace.pricing.domain.sheets.Identity;
import dev.emplace.pricing.domain.sheets.Sharing;
import dev.emplace.pricing.domain.sheets.Sheet;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A source that is read on a schedule.
 *
 * @param source the feed's name
 * @param provider of files that do not name it, else empty
 * @param every how long after one reading the next begins
 * @param staleAfter how old what it said last may be
 * @param readers who sees it, where it is a contracted sheet; none for everybody
 */
public record Subscription(
        String source,
        FileFormat format,
        String provider,
        String url,
        Duration every,
        Duration staleAfter,
        Set<String> readers) {

    private static final Identity OPERATOR = new Identity("schedule", Set.of(), true);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public Subscription {
        readers = Set.copyOf(readers);
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

    /** Imported by the operator, who may import any sheet. */
    Sharing sharing() {
        return new Sharing(OPERATOR, readers);
    }

    /** The sheet that it will be once it is read; empty for one that everybody sees. */
    public Optional<Sheet> sheet() {
        return readers.isEmpty() ? Optional.empty() : Optional.of(new Sheet(OPERATOR.name(), readers));
    }

    /** The address without its query: there are keys in some, and everybody may read this. */
    public String citation() {
        return AddressRules.citation(url);
    }
}
