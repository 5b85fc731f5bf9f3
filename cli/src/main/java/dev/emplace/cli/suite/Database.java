package dev.emplace.cli.suite;

import dev.emplace.cli.CliException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL that needs nothing installed, durable, with a password: other users of the machine can reach its
 * port.
 */
public final class Database implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "max_connections", "100");

    /** A copy that was put back finds no archive to recover from, and takes no connection before it has recovered. */
    private static final Map<String, String> RECOVERY = Map.of("restore_command", "false", "hot_standby", "off");

    private final EmbeddedPostgres server;
    private final Watchdog watchdog;
    private final String password;

    private Database(EmbeddedPostgres server, Watchdog watchdog, String password) {
        this.server = server;
        this.watchdog = watchdog;
        this.password = password;
    }

    public static Database start(Home home) {
        try {
            return start(home, DataFolder.in(home.folder()));
        } catch (IOException e) {
            throw new CliException("cannot read " + home.folder() + ": " + e.getMessage(), e);
        }
    }

    private static Database start(Home home, DataFolder folder) {
        Path data = folder.path();
        Postmaster.stopOrphan(data);
        try {
            CopiedFolder copied = new CopiedFolder(folder);
            copied.branchIfCopied();
            Path passwordFile = passwordFile(home.folder());
            String password = Files.readString(passwordFile).strip();
            Watchdog watchdog = Watchdog.over(data);
            EmbeddedPostgres server = launch(home.folder(), data, passwordFile, password);
            Database database = new Database(server, watchdog, password);
            database.requireDurability();
            copied.remember();
            return database;
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new CliException("PostgreSQL did not start in " + data + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres launch(Path home, Path data, Path passwordFile, String password)
            throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setConnectConfig("password", password)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        home.resolve("logs/postgres.log").toFile()))
                // These two become options of initdb, after its own "-A trust", and win over it.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString());
        DURABLE.forEach(builder::setServerConfig);
        RECOVERY.forEach(builder::setServerConfig);
        return builder.start();
    }

    private static Path passwordFile(Path home) throws IOException {
        Path file = home.resolve("postgres-password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
        }
        return file;
    }

    /** The library turns fsync off by an option of its own; a promise of durability must not rest on a hope. */
    private void requireDurability() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " is " + row.getString(1));
                    }
                }
            }
        }
    }

    /** Creates a database unless it is there. */
    public void ensure(String name) {
        try (Connection connection = connect();
                PreparedStatement exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            exists.setString(1, name);
            try (ResultSet row = exists.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!row.next()) {
                    statement.execute("CREATE DATABASE " + name);
                }
            }
        } catch (SQLException e) {
            throw new CliException("cannot create the database " + name + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return server.getPostgresDatabase(Map.of("password", password)).getConnection();
    }

    /** What a service needs in its environment; never on its command line, which every user can read. */
    public Map<String, String> environment(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                "QUARKUS_DATASOURCE_USERNAME", USER,
                "QUARKUS_DATASOURCE_PASSWORD", password);
    }

    public Optional<Long> processId() {
        return Optional.ofNullable(server.getProcess()).map(Process::pid);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CliException("PostgreSQL did not stop: " + e.getMessage(), e);
        } finally {
            watchdog.close();
        }
    }
}
