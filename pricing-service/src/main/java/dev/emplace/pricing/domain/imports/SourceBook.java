package dev.emplace.pricing.domain.imports;

import java.time.Duration;
import java.util.List;

/** What is known of the sources of prices, and who reads which of them when. Its methods block. */
public interface SourceBook {

    /** Every source that has published, been imported, or been read on a schedule, by name. */
    List<SourceState> all();

    /**
     * Whether the caller is to read a source now: one replica of all is, once in an interval.
     *
     * @param every the shortest time since the last attempt, whoever made it
     */
    boolean claim(String source, Duration every);

    /** How the attempt ended: with a problem, or with none, which is empty. */
    void ended(String source, String problem);
}
