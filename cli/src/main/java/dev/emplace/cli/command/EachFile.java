package dev.emplace.cli.command;

import dev.emplace.cli.CliException;
import dev.emplace.cli.remote.RemoteFailure;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command over files: one that is refused does not stop the others, a suite that is away stops all. */
final class EachFile {

    private EachFile() {}

    static int run(List<Path> files, CommandSpec spec, Consumer<Path> work) {
        return run(files, spec, work, (file, line) -> {});
    }

    /** Answers the exit code; {@code refused} is told of each file that failed, and why. */
    static int run(List<Path> files, CommandSpec spec, Consumer<Path> work, BiConsumer<Path, String> refused) {
        int code = 0;
        for (Path file : files) {
            try {
                work.accept(file);
            } catch (CliException e) {
                code = refuse(file, String.valueOf(e.getMessage()), spec, refused);
            } catch (StatusRuntimeException e) {
                RemoteFailure failure = RemoteFailure.of(e);
                if (failure.unreachable()) {
                    throw e;
                }
                code = refuse(file, file + ": " + failure.line(), spec, refused);
            }
        }
        return code;
    }

    private static int refuse(Path file, String line, CommandSpec spec, BiConsumer<Path, String> refused) {
        refused.accept(file, line);
        spec.commandLine().getErr().println("emplace: " + line);
        spec.commandLine().getErr().flush();
        return ExitCodes.FAILED;
    }
}
