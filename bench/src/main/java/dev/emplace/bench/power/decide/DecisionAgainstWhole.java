package dev.emplace.bench.power.decide;

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

/** One decision in process, against working the whole site out afresh. */
public final class DecisionAgainstWhole {

    private static final Target TIMES_FASTER = Target.atLeast(50);

    private DecisionAgainstWhole() {}

    public static List<Row> rows() {
        int compared = RandomGraphs.compare();
        Result<?> incremental = run("incremental");
        Result<?> whole = run("whole");
        Statistics times = incremental.getStatistics();
        Statistics afresh = whole.getStatistics();
        return List.of(new Row.Measured(
                "decide 8 racks of 1,000, 10,000 reservations live",
                "full re-evaluation",
                TIMES_FASTER,
                "us/decision",
                times.getPercentile(50),
                afresh.getPercentile(50),
                afresh.getPercentile(50) / times.getPercentile(50),
                String.format(
                        Locale.ROOT,
                        "medians; p99 %.1f us, mean %.1f us, of %,d decisions, the mean of the baseline %,.0f us; the"
                                + " two decided alike %,d times on random graphs",
                        times.getPercentile(99),
                        times.getMean(),
                        times.getN(),
                        afresh.getMean(),
                        compared)));
    }

    private static Result<?> run(String benchmark) {
        var options = new OptionsBuilder()
                .include(DecisionInProcess.class.getName() + "\\." + benchmark + "$")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult();
        } catch (RunnerException failed) {
            throw new IllegalStateException("the benchmark of " + benchmark + " could not be run", failed);
        }
    }
}
