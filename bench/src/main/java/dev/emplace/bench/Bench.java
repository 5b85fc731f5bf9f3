package dev.emplace.bench;

import dev.emplace.bench.pricing.PricingBench;
import dev.emplace.bench.report.Report;
import dev.emplace.bench.report.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures one subject and prints its table; {@code ./emplace bench} starts it. */
@Command(name = "bench", description = "Measure against named baselines, in one run.", mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    /** What can be measured. */
    enum Subject {
        PRICING
    }

    @Parameters(paramLabel = "SUBJECT", description = "one of: ${COMPLETION-CANDIDATES}")
    private Subject subject = Subject.PRICING;

    @Option(names = "--json", paramLabel = "FILE", description = "write the rows there, too")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Report report = new Report(subject.name().toLowerCase(Locale.ROOT), machine(), rows());
        PrintWriter out = spec.commandLine().getOut();
        out.print(report.table());
        out.flush();
        Optional<Path> file = Optional.ofNullable(json);
        if (file.isPresent()) {
            Files.writeString(file.get(), report.json());
        }
        return 0;
    }

    private List<Row> rows() {
        return switch (subject) {
            case PRICING -> PricingBench.rows();
        };
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version().feature() + ", " + System.getProperty("os.arch");
    }
}
