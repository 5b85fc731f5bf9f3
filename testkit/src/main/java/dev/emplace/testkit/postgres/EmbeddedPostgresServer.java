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

    @SuppressWarnings("resource") // closed by its own shutdown hook, or by the watchdog
    static PostgresServer start() {
        try {
            Path data = Files.createTempDirectory("emplace-test-postgres");
            PostgresWatchdog.over(data);
            Redirect log = Redirect.appendTo(data.resolve("postgres.log").toFile());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data.resolve("data"))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "300")
                    .start();
            return new PostgresServer(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", failed);
        }
    }
}
