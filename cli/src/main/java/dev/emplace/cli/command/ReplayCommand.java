package dev.emplace.cli.command;

import dev.emplace.cli.CliException;
import dev.emplace.cli.option.ReplayOptions;
import dev.emplace.cli.option.SuiteOptions;
import dev.emplace.cli.output.ReplayView;
import dev.emplace.cli.remote.Connection;
import dev.emplace.replay.Found;
import dev.emplace.replay.Replay;
import dev.emplace.replay.report.HtmlReport;
import dev.emplace.replay.report.JsonReport;
import dev.emplace.replay.trace.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drives a trace through the suite. */
@Command(
        name = "replay",
        description = {
            "Drive a real trace through the suite: what its work would have cost, against what others would have paid.",
            "emplace replay openb_pod_list_gpuspec33.csv --html replay.html"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "TRACE",
            description = "a CSV of pods as Alibaba's openb has them, or of serving load as derived from ServeGen")
    private Path trace = Path.of("");

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "write what was found there, for programs")
    private Path json = Path.of("");

    @Option(names = "--html", paramLabel = "FILE", description = "write a page with charts there, complete in itself")
    private Path html = Path.of("");

    @Option(
            names = "--log",
            paramLabel = "FOLDER",
            description = "keep constraints, catalog answers and decisions there, for whoever checks (default: a"
                    + " temporary folder)")
    private Path log = Path.of("");

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec command;

    @Override
    public Integer call() {
        StageBar bar = new StageBar(command.commandLine().getErr());
        try (Connection pricing = suite.pricing();
                Connection classifier = suite.classifier()) {
            Found found =
                    new Replay(options.settings(), pricing.channel(), classifier.channel(), folder(), bar).run(trace);
            bar.end();
            ReplayView.show(found, Screen.sheet(command));
            write(json, () -> JsonReport.of(found));
            write(html, () -> HtmlReport.of(found));
            command.commandLine().getOut().flush();
        } catch (TraceException wrong) {
            throw new CliException(wrong.explanation(), wrong);
        }
        return ExitCode.DONE.number();
    }

    private Path folder() {
        try {
            return log.toString().isEmpty()
                    ? Files.createTempDirectory("emplace-replay")
                    : Files.createDirectories(log);
        } catch (IOException e) {
            throw new CliException("--log is '" + log + "', which cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, Supplier<String> text) {
        if (!file.toString().isEmpty()) {
            try {
                Files.writeString(file, text.get());
            } catch (IOException e) {
                throw new CliException(file + " cannot be written: " + e.getMessage(), e);
            }
        }
    }
}
