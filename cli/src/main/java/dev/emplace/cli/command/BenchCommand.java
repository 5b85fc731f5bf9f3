package dev.emplace.cli.command;

import dev.emplace.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the benchmarks, in a process of their own: this one starts fast and is compiled little. */
@Command(
        name = "bench",
        description = "Measure speed against named baselines, in one run, and print each ratio beside its target.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "SUBJECT",
            description = "pricing, power, accuracy, classify, footprint, usage")
    private String subject = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ROW",
            description = "measure only these, such as search or import; all by default")
    private List<String> rows = List.of();

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "price points that row history lays into the tables; 1000000 by default")
    private @Nullable Integer history;

    @Option(names = "--json", paramLabel = "FILE", description = "write the rows there, too")
    private Path json = Path.of("");

    @Option(names = "--data", paramLabel = "FOLDER", description = "measured data, for all but pricing")
    private Path data = Path.of("");

    @Mixin
    private CheckoutOption checkout = new CheckoutOption();

    @Override
    public Integer call() throws InterruptedException {
        Path build = checkout.folder().resolve("bench").resolve("target");
        if (!Files.isDirectory(build.resolve("lib"))) {
            throw new CliException("the benchmarks are not built; start this with the launcher, ./emplace bench");
        }
        try {
            return new ProcessBuilder(command(build)).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CliException("the benchmarks could not be started: " + e.getMessage());
        }
    }

    private List<String> command(Path build) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Demplace.checkout=" + checkout.folder(),
                "-cp",
                build.resolve("classes") + System.getProperty("path.separator") + build.resolve("lib") + "/*",
                "dev.emplace.bench.Bench",
                subject));
        command.addAll(rows);
        if (history != null) {
            command.addAll(List.of("--history", history.toString()));
        }
        if (!json.toString().isEmpty()) {
            command.addAll(List.of("--json", json.toString()));
        }
        if (!data.toString().isEmpty()) {
            command.addAll(List.of("--data", data.toString()));
        }
        return command;
    }
}
