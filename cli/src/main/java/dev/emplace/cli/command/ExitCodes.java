package dev.emplace.cli.command;

import dev.emplace.cli.CliException;
import dev.emplace.cli.remote.RemoteFailure;
import io.grpc.StatusRuntimeException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Exit codes of the command line, and how a failure is told: one line, never a stack trace. */
public final class ExitCodes {

    /** The command ran and its answer is no: a file could not be read, the suite refused. */
    public static final int FAILED = 1;

    /** The command line itself is wrong (picocli's own code). */
    public static final int USAGE = CommandLine.ExitCode.USAGE;

    /** The suite could not be reached. */
    public static final int UNREACHABLE = 3;

    private ExitCodes() {}

    /** Prints a failure of a command and answers its exit code. */
    public static int report(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof CliException) {
            return fail(command, String.valueOf(failure.getMessage()), FAILED);
        }
        if (failure instanceof StatusRuntimeException refused) {
            RemoteFailure remote = RemoteFailure.of(refused);
            return fail(command, remote.line(), remote.unreachable() ? UNREACHABLE : FAILED);
        }
        return fail(command, "unexpected failure: " + failure + " (please report it)", FAILED);
    }

    private static int fail(CommandLine command, String line, int code) {
        command.getErr().println("emplace: " + line);
        command.getErr().flush();
        return code;
    }
}
