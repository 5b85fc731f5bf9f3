package dev.emplace.cli.command;

import dev.emplace.cli.CliException;
import dev.emplace.cli.output.Printable;
import dev.emplace.cli.output.Tone;
import dev.emplace.cli.remote.RemoteFailure;
import io.grpc.StatusRuntimeException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How failures are told: one line that says what to do, never a stack trace; and the exit code. */
public final class Failures {

    private Failures() {}

    /** Tells a failure of a command. */
    public static int report(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof StatusRuntimeException refused) {
            RemoteFailure remote = RemoteFailure.of(refused);
            tell(command, remote.line());
            return (remote.unreachable() ? ExitCode.UNREACHABLE : ExitCode.FAILED).number();
        }
        tell(
                command,
                failure instanceof CliException
                        ? String.valueOf(failure.getMessage())
                        : "unexpected failure: " + failure + " (please report it)");
        return ExitCode.FAILED.number();
    }

    /** Tells what is wrong with a command line, with the nearest words where one is unknown. */
    public static int reportUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        tell(command, String.valueOf(failure.getMessage()));
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("  " + command.getCommandSpec().qualifiedName() + " --help lists what there is");
        command.getErr().flush();
        return ExitCode.USAGE.number();
    }

    static void tell(CommandLine command, String line) {
        String text = "emplace: " + Printable.of(line);
        command.getErr()
                .println(Terminal.current()
                        .palette(Terminal.Stream.ERR, Terminal.choice(command.getCommandSpec()))
                        .paint(Tone.BAD, text));
        command.getErr().flush();
    }
}
