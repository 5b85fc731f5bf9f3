package dev.emplace.testkit.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives each Quarkus application under test a fresh database, on one PostgreSQL per JVM, and sets
 * {@code quarkus.datasource.*} to it.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable TestDatabase database;

    @Override
    public Map<String, String> start() {
        TestDatabase fresh = TestDatabase.create();
        database = fresh;
        return Map.of(
                "quarkus.datasource.jdbc.url", fresh.jdbcUrl(),
                "quarkus.datasource.username", fresh.username(),
                "quarkus.datasource.password", fresh.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
