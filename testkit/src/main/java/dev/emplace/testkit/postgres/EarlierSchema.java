package dev.emplace.testkit.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * As {@link PostgresResource}, but the database has the schema of an earlier version, and rows that it wrote. Arguments:
 * {@code version}, the last migration that was there then, and {@code rows}, a file of statements.
 */
public final class EarlierSchema implements QuarkusTestResourceLifecycleManager {

    private final PostgresResource fresh = new PostgresResource();
    private @Nullable String version;
    private @Nullable Path rows;

    @Override
    public void init(Map<String, String> arguments) {
        version = Objects.requireNonNull(arguments.get("version"));
        rows = Path.of(Objects.requireNonNull(arguments.get("rows")));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = fresh.start();
        PostgresServer database = new PostgresServer(
                Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url")),
                Objects.requireNonNull(settings.get("quarkus.datasource.username")),
                Objects.requireNonNull(settings.get("quarkus.datasource.password")));
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("filesystem:src/main/resources/db/migration")
                .target(Objects.requireNonNull(version))
                .load()
                .migrate();
        try {
            database.execute(Files.readString(Objects.requireNonNull(rows)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return settings;
    }

    @Override
    public void stop() {
        fresh.stop();
    }
}
