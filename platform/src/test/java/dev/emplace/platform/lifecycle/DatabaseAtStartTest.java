package dev.emplace.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class DatabaseAtStartTest {

    private final DatabaseAtStart filter = new DatabaseAtStart();

    @Test
    void aStartWithoutItsDatabaseIsOneLineThatSaysWhy() {
        LogRecord record =
                failedStart(new SQLException("FATAL: password authentication failed for user \"u\"", "28P01"));

        assertThat(filter.isLoggable(record)).isTrue();

        assertThat(record.getThrown()).isNull();
        assertThat(record.getMessage())
                .startsWith("Refusing to start: no connection to the database: FATAL: password authentication failed")
                .contains("quarkus.datasource.jdbc.url")
                .hasLineCount(1);
    }

    @Test
    void anyOtherFailedStartKeepsItsStack() {
        LogRecord record = failedStart(new SQLException("relation \"offer\" exists already", "42P07"));

        assertThat(filter.isLoggable(record)).isTrue();

        assertThat(record.getThrown()).isNotNull();
        assertThat(record.getMessage()).isEqualTo("Failed to start application");
    }

    private static LogRecord failedStart(SQLException cause) {
        LogRecord record = new LogRecord(Level.SEVERE, "Failed to start application");
        record.setLoggerName("io.quarkus.runtime.Application");
        record.setThrown(
                new RuntimeException("Failed to start quarkus", new IllegalStateException("migration", cause)));
        return record;
    }
}
