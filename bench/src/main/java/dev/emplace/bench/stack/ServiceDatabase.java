package dev.emplace.bench.stack;

import dev.emplace.testkit.postgres.TestDatabase;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one service on a durable PostgreSQL, gone when closed. */
public class ServiceDatabase implements AutoCloseable {

    private final String service;
    private final TestDatabase database = TestDatabase.create();

    protected ServiceDatabase(String service) {
        this.service = service;
    }

    /** Empty, but for the schema, which the service itself makes when it first starts. */
    @SuppressWarnings("resource") // closed by whoever asked for it
    public static ServiceDatabase create(String service) {
        ServiceDatabase created = new ServiceDatabase(service);
        created.start(List.of(), List.of()).close();
        return created;
    }

    /** Starts the service on it. */
    public ServerProcess start(List<String> prefix, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                "-Dquarkus.datasource.username=" + database.username(),
                "-Dquarkus.datasource.password=" + database.password()));
        return ServerProcess.start(service, prefix, all);
    }

    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }

    public void execute(String sql) {
        try (var connection = source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("refused: " + sql, failed);
        }
    }

    /** The first number that a query answers. */
    public long number(String sql) {
        try (var connection = source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("refused: " + sql, failed);
        }
    }

    /** How psql and pgbench find it. */
    public Map<String, String> psqlEnvironment() {
        URI url = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return Map.of(
                "PGHOST", url.getHost(),
                "PGPORT", String.valueOf(url.getPort()),
                "PGDATABASE", url.getPath().substring(1),
                "PGUSER", database.username(),
                "PGPASSWORD", database.password());
    }

    @Override
    public void close() {
        database.close();
    }
}
