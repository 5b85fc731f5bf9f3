package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final String NAME = "emplace_test";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Test
    void whatIsWrittenIsThereAfterARestart() throws Exception {
        execute("CREATE TABLE kept (n int)");

        execute("INSERT INTO kept VALUES (1)");
    }

    @Test
    void nobodyConnectsWithoutThePassword() {
        try (Home home = Home.lasting(folder);
                Database database = Database.start(home)) {
            String url = database.environment("postgres").get("QUARKUS_DATASOURCE_JDBC_URL");

            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void noServerOutlivesItsLauncher() throws Exception {
        try (Home home = Home.lasting(folder)) {
            Database database = Database.start(home);
            ProcessHandle server = serverOf(folder.resolve(Database.FOLDER));

            // The kernel closes our end of the watchdog's input when we die; ending its other end is the same to it.
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("sh"))
                    .flatMap(ProcessHandle::children)
                    .filter(child -> child.info().command().orElse("").endsWith("cat"))
                    .forEach(ProcessHandle::destroyForcibly);

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
            database.close();
        }
    }

    private void execute(String statement) throws SQLException {
        try (Home home = Home.lasting(folder);
                Database database = Database.start(home)) {
            database.ensure(NAME);
            Map<String, String> environment = database.environment(NAME);
            try (Connection connection = DriverManager.getConnection(
                    environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                    environment.get("QUARKUS_DATASOURCE_USERNAME"),
                    environment.get("QUARKUS_DATASOURCE_PASSWORD"))) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static ProcessHandle serverOf(Path data) throws Exception {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    }
}
