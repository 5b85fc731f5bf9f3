package dev.emplace.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL server of a data folder, as its own pid file tells. */
final class Postmaster {

    private static final int STOP_SECONDS = 20;

    private Postmaster() {}

    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    /**
     * Stops a server that a killed launcher left behind. We hold the folder's lock, so nobody else is using it; the
     * command is checked because a process id may since belong to another program.
     */
    static void stopOrphan(Path data) {
        running(data).ifPresent(Postmaster::stop);
    }

    private static Optional<ProcessHandle> running(Path data) {
        try {
            List<String> lines = Files.readAllLines(pidFile(data));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            process.destroyForcibly();
        }
    }
}
