package dev.emplace.power.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.testkit.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DurabilityCheckTest {

    @Test
    void aDatabaseThatKeepsWhatItAcknowledgesIsAccepted() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = connect(database)) {
            assertThatCode(() -> DurabilityCheck.check(connection)).doesNotThrowAnyException();
        }
    }

    @Test
    void aDatabaseThatMayForgetIsRefusedByTheSettingsName() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");

            assertThatThrownBy(() -> DurabilityCheck.check(connection))
                    .isInstanceOf(ForgetfulDatabaseException.class)
                    .hasMessageContaining("synchronous_commit off")
                    .hasMessageContaining("turn it on");
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
