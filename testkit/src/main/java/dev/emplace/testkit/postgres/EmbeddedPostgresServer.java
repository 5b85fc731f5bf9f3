package dev.emplace.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL from binaries on the class path, as a child of this JVM that does not outlive it. */
final class EmbeddedPostgresServer {

    private EmbeddedPostgresServer() {}

    static PostgresServer start() {
        try {
            return start(Files.createTempDirectory("emplace-test-postgres"));
        } catch (IOException failed) {
            throw new UncheckedIOException("a temporary folder cannot be made", failed);
        }
    }

    /** On the data in a directory, if it holds any; the directory is removed when this JVM ends. */
    @SuppressWarnings("resource") // closed by its own shutdown hook, or by the watchdog
    static PostgresServer start(Path directory) {
        try {
            return addressOf(run(directory, 0));
        } catch (IOException failed) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", failed);
        }
    }

    /** @param port 0 for any */
    static EmbeddedPostgres run(Path directory, int port) throws IOException {
        PostgresWatchdog.over(directory);
        Redirect log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (port != 0) {
            builder.setPort(port);
        }
        return builder.setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "300")
                // There is no archive to recover a backup from: it has all that it needs.
                .setServerConfig("restore_command", "false")
                .setServerConfig("hot_standby", "off")
                .start();
    }

    static PostgresServer addressOf(EmbeddedPostgres postgres) {
        return new PostgresServer(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }
}
