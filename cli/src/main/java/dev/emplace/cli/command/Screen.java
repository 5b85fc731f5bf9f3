package dev.emplace.cli.command;

import com.google.protobuf.MessageOrBuilder;
import dev.emplace.cli.output.Documents;
import dev.emplace.cli.output.OutputFormat;
import dev.emplace.cli.output.Sheet;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a command prints, and how. */
final class Screen {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec command;

    OutputFormat format() {
        return format;
    }

    /** Prints an answer: the message itself for programs, or for people what {@code view} makes of it. */
    void show(MessageOrBuilder answer, Consumer<Sheet> view) {
        switch (format) {
            case TABLE -> view.accept(sheet());
            case JSON -> out().println(Documents.json(answer));
            case YAML -> out().print("---\n" + Documents.yaml(answer));
        }
        out().flush();
    }

    Sheet sheet() {
        return sheet(command);
    }

    static Sheet sheet(CommandSpec command) {
        return sheet(command, command.commandLine().getOut(), Terminal.Stream.OUT);
    }

    /** Where errors go that need more than a line. */
    static Sheet errors(CommandSpec command) {
        return sheet(command, command.commandLine().getErr(), Terminal.Stream.ERR);
    }

    private static Sheet sheet(CommandSpec command, PrintWriter writer, Terminal.Stream stream) {
        Terminal terminal = Terminal.current();
        return new Sheet(writer, terminal.width(), terminal.palette(stream, Terminal.choice(command)));
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }
}
