package dev.emplace.bench.pricing.search;

import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Searches in process, against a scan of the same offers and against fewer offers. */
public final class SearchAgainstScan {

    private static final String UNIT = "us/search";
    private static final Target TIMES_FASTER = Target.atLeast(200);
    private static final Target TIMES_THE_COST = Target.atMost(1.5);

    private SearchAgainstScan() {}

    public static List<Row> rows() {
        Result<?> index = run("index", 100_000);
        Result<?> scan = run("scan", 100_000);
        Result<?> large = run("index", 1_000_000);
        return List.of(
                new Row.Measured(
                        "search of 100,000 offers, in process",
                        "scan of the same offers",
                        TIMES_FASTER,
                        UNIT,
                        index.getScore(),
                        scan.getScore(),
                        scan.getScore() / index.getScore(),
                        spread(index)),
                new Row.Measured(
                        "search of 1,000,000 offers, in process",
                        "search of 100,000 offers",
                        TIMES_THE_COST,
                        UNIT,
                        large.getScore(),
                        index.getScore(),
                        large.getScore() / index.getScore(),
                        spread(large)));
    }

    private static Result<?> run(String benchmark, int offers) {
        var options = new OptionsBuilder()
                .include(SearchInProcess.class.getName() + "\\." + benchmark + "$")
                .param("offers", String.valueOf(offers))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult();
        } catch (RunnerException failed) {
            throw new IllegalStateException("the benchmark of " + benchmark + " could not be run", failed);
        }
    }

    private static String spread(Result<?> result) {
        Statistics times = result.getStatistics();
        return String.format(
                Locale.ROOT,
                "median %.1f us, p99 %.1f us, %,d searches",
                times.getPercentile(50),
                times.getPercentile(99),
                times.getN());
    }
}
