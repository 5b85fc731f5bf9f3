package dev.emplace.cli.command;

import dev.emplace.cli.CliException;
import dev.emplace.cli.option.Subject;
import dev.emplace.cli.remote.RemoteFailure;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command over workloads: one that is refused does not stop the others, a suite that is away stops all. */
final class EachSubject {

    private EachSubject() {}

    /** Answers the worst exit code; {@code refused} is told of each that failed, and why. */
    static ExitCode run(
            List<Subject> subjects,
            CommandSpec spec,
            Function<Subject, ExitCode> work,
            BiConsumer<Subject, String> refused) {
        ExitCode code = ExitCode.DONE;
        for (Subject subject : subjects) {
            try {
                code = code.orWorse(work.apply(subject));
            } catch (CliException e) {
                code = code.orWorse(refuse(subject, String.valueOf(e.getMessage()), spec, refused));
            } catch (StatusRuntimeException e) {
                RemoteFailure failure = RemoteFailure.of(e);
                if (failure.unreachable()) {
                    throw e;
                }
                code = code.orWorse(refuse(subject, subject.name() + ": " + failure.line(), spec, refused));
            }
        }
        return code;
    }

    private static ExitCode refuse(
            Subject subject, String line, CommandSpec spec, BiConsumer<Subject, String> refused) {
        refused.accept(subject, line);
        Failures.tell(spec.commandLine(), line);
        return ExitCode.FAILED;
    }
}
