package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.testkit.postgres.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field
class DatabaseErrorsTest {
    @Inject
    AgroalDataSource database;

    @Test
    void anErrorOfTheDatabaseQuotesNoRow() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE holder (name text UNIQUE)");
            statement.execute("INSERT INTO holder VALUES ('confidential')");

            assertThatThrownBy(() -> statement.execute("INSERT INTO holder VALUES ('confidential')"))
                    .hasMessageContaining("duplicate key")
                    .message()
                    .doesNotContain("confidential");
            statement.execute("DROP TABLE holder");
        }
    }
}
