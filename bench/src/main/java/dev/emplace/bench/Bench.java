package dev.emplace.bench;

import dev.emplace.bench.accuracy.AccuracyBench;
import dev.emplace.bench.classify.ClassifyBench;
import dev.emplace.bench.footprint.FootprintBench;
import dev.emplace.bench.power.PowerBench;
import dev.emplace.bench.pricing.PricingBench;
import dev.emplace.bench.report.Chosen;
import dev.emplace.bench.report.Measurement;
import dev.emplace.bench.report.Report;
import dev.emplace.bench.usage.UsageBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures one subject and prints its table; {@code ./emplace bench} starts it. */
@Command(name = "bench", description = "Measure against named baselines, in one run.", mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    /** Held here: a logger that nobody holds forgets its level. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    /** What can be measured. */
    enum Subject {
        PRICING,
        POWER,
        ACCURACY,
        CLASSIFY,
        FOOTPRINT,
        USAGE
    }

    @Parameters(index = "0", paramLabel = "SUBJECT", description = "one of: ${COMPLETION-CANDIDATES}")
    private Subject subject = Subject.PRICING;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ROW",
            description = "measure only these, such as search or import; all by default")
    private List<String> names = List.of();

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "price points that row history lays into the tables; ${DEFAULT-VALUE} by default")
    private int history = 1_000_000;

    @Option(names = "--json", paramLabel = "FILE", description = "write the rows there, too")
    private @Nullable Path json;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "measured data, for all but pricing (default: ${DEFAULT-VALUE})",
            defaultValue = "../shared/data")
    private Path data = Path.of("../shared/data");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    public static void main(String[] args) {
        GRPC.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Chosen chosen = chosen();
        out.println(chosen.announcement());
        out.flush();
        Report report = new Report(subject.name().toLowerCase(Locale.ROOT), machine(), chosen.rows(row -> {
            out.println(row);
            out.flush();
        }));
        out.print(report.table());
        out.flush();
        Optional<Path> file = Optional.ofNullable(json);
        if (file.isPresent()) {
            Files.writeString(file.get(), report.json());
        }
        return 0;
    }

    private Chosen chosen() {
        List<Measurement> all = switch (subject) {
            case PRICING -> PricingBench.measurements(history);
            case POWER -> PowerBench.measurements();
            case ACCURACY -> AccuracyBench.measurements(data.resolve("power"));
            case CLASSIFY -> ClassifyBench.measurements(data.resolve("workload/manifests"));
            case FOOTPRINT -> FootprintBench.measurements(data);
            case USAGE -> UsageBench.measurements(data.resolve("workload/traces"));
        };
        try {
            return Chosen.among(all, names);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version().feature() + ", " + System.getProperty("os.arch");
    }
}
