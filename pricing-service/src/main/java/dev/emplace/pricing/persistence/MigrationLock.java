package dev.emplace.pricing.persistence;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Has migrations lock each other out by a lock of the session. Flyway's usual one is a transaction that stays open
 * meanwhile, for the end of which CREATE INDEX CONCURRENTLY waits: for ever.
 */
@Singleton
final class MigrationLock implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
