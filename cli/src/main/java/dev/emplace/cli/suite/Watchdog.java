package dev.emplace.cli.suite;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Stops PostgreSQL when this process is gone, killed or not. It waits for the end of its standard input, which the
 * kernel closes with us; it ignores Ctrl-C, which a terminal sends to it as well.
 */
final class Watchdog implements AutoCloseable {

    /** SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything. */
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            cat >/dev/null
            pid=$(head -n 1 "$0" 2>/dev/null) && [ -n "$pid" ] && kill -INT "$pid" 2>/dev/null
            exit 0
            """;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    static Watchdog over(Path data) throws IOException {
        return new Watchdog(
                new ProcessBuilder("sh", "-c", SCRIPT, Postmaster.pidFile(data).toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
