package dev.emplace.testkit.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A shell that waits for this JVM to end, however it ends, then ends the server of a data directory and removes the
 * directory: a shutdown hook does not run in a JVM that is killed.
 */
final class PostgresWatchdog {

    /** Its standard input is a pipe that only the JVM holds open: it closes with the JVM. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            cat >/dev/null
            sleep 1
            pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
            if [ -n "$pid" ]; then
              kill -INT "$pid" 2>/dev/null
              n=0
              while kill -0 "$pid" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
              kill -QUIT "$pid" 2>/dev/null
            fi
            rm -rf "$1"
            """;

    private PostgresWatchdog() {}

    static void over(Path directory) throws IOException {
        new ProcessBuilder(List.of("sh", "-c", SCRIPT, "emplace-test-postgres-watchdog", directory.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
