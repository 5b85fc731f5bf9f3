package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
        execute(folder, "CREATE TABLE kept (n int)");

        execute(folder, "INSERT INTO kept VALUES (1)");
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
            ProcessHandle server = serverOf(DataFolder.in(folder).path());

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

    @Test
    void copyThatIsPutBackGoesOnAsAnotherBranchOfHistory() throws Exception {
        execute(folder, "CREATE TABLE kept (n int)");
        Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
        Path backup = copyOf(folder, copy);
        execute(folder, "INSERT INTO kept VALUES (1)");
        assertThat(timeline(folder)).as("of what was never a copy").isEqualTo("00000001");

        assertThat(timeline(backup)).isEqualTo("00000002");
        assertThat(timeline(backup)).as("at a later start").isEqualTo("00000002");
        assertThat(query(backup, "SELECT count(*) FROM kept"))
                .as("as of the backup")
                .isEqualTo("0");
    }

    private static Path copyOf(Path folder, Path copy) throws Exception {
        Process copying = new ProcessBuilder("cp", "-a", folder.toString(), copy.toString()).start();
        assertThat(copying.waitFor()).isZero();
        return copy;
    }

    private static String timeline(Path folder) throws SQLException {
        return query(folder, "SELECT substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)");
    }

    private static String query(Path folder, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        withConnection(folder, connection -> {
            try (ResultSet row = connection.createStatement().executeQuery(query)) {
                row.next();
                found.add(row.getString(1));
            }
        });
        return found.get(0);
    }

    private static void execute(Path folder, String statement) throws SQLException {
        withConnection(folder, connection -> connection.createStatement().execute(statement));
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private static void withConnection(Path folder, Work work) throws SQLException {
        try (Home home = Home.lasting(folder);
                Database database = Database.start(home)) {
            database.ensure(NAME);
            Map<String, String> environment = database.environment(NAME);
            try (Connection connection = DriverManager.getConnection(
                    environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                    environment.get("QUARKUS_DATASOURCE_USERNAME"),
                    environment.get("QUARKUS_DATASOURCE_PASSWORD"))) {
                work.with(connection);
            }
        }
    }

    private static ProcessHandle serverOf(Path data) throws Exception {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    }
}
