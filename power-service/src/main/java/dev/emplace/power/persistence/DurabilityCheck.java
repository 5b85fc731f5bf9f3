package dev.emplace.power.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Refuses to start on a database that may forget what it acknowledged. */
@ApplicationScoped
class DurabilityCheck {
    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final DataSource database;

    DurabilityCheck(DataSource database) {
        this.database = database;
    }

    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try (Connection connection = database.getConnection()) {
            check(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database does not answer: " + failed.getMessage(), failed);
        }
    }

    static void check(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        for (String setting : SETTINGS) {
            if (value(connection, setting).equals("off")) {
                off.add(setting);
            }
        }
        if (!off.isEmpty()) {
            throw new ForgetfulDatabaseException(off);
        }
    }

    private static String value(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
