package dev.emplace.bench.pricing;

import dev.emplace.bench.pricing.history.SearchWithHistory;
import dev.emplace.bench.pricing.imports.FileAgainstCopy;
import dev.emplace.bench.pricing.imports.PublicationAgainstCopy;
import dev.emplace.bench.pricing.search.SearchAgainstEcho;
import dev.emplace.bench.pricing.search.SearchAgainstScan;
import dev.emplace.bench.pricing.visibility.Visibility;
import dev.emplace.bench.report.Measurement;
import java.time.Duration;
import java.util.List;

/** What is measured of pricing-service. */
public final class PricingBench {

    /** Rows that are written in a second, and indexed: how long a past takes to make. */
    private static final int POINTS_A_SECOND = 40_000;

    private PricingBench() {}

    /**
     * All of it, in the order in which it is measured.
     *
     * @param history price points of the past, for what is measured with one
     */
    public static List<Measurement> measurements(int history) {
        return List.of(
                new Measurement("search", Duration.ofMinutes(2), SearchAgainstScan::rows),
                new Measurement("call", Duration.ofMinutes(3), SearchAgainstEcho::rows),
                new Measurement("import", Duration.ofMinutes(4), PublicationAgainstCopy::rows),
                new Measurement("file", Duration.ofMinutes(2), FileAgainstCopy::rows),
                new Measurement("visibility", Duration.ofMinutes(4), Visibility::rows),
                new Measurement(
                        "history",
                        Duration.ofMinutes(3).plusSeconds(history / POINTS_A_SECOND),
                        () -> SearchWithHistory.rows(history)));
    }
}
