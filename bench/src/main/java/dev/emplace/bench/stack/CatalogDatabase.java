package dev.emplace.bench.stack;

import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.persistence.FeedPublication;
import dev.emplace.testkit.postgres.TestDatabase;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of pricing-service on a durable PostgreSQL, with its schema and its bundled catalog, gone when closed. */
public final class CatalogDatabase implements AutoCloseable {

    private static final String SERVICE = "pricing-service";

    private final TestDatabase database = TestDatabase.create();

    /** Empty but for what the service itself publishes when it first starts. */
    @SuppressWarnings("resource") // closed by whoever asked for it
    public static CatalogDatabase create() {
        CatalogDatabase created = new CatalogDatabase();
        created.start(List.of(), List.of()).close();
        return created;
    }

    /** Starts a pricing-service on it. */
    public ServerProcess start(List<String> prefix, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                "-Dquarkus.datasource.username=" + database.username(),
                "-Dquarkus.datasource.password=" + database.password()));
        return ServerProcess.start(SERVICE, prefix, all);
    }

    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }

    /** Publishes all that a feed has to say, as the service does. */
    public Publication publish(String feed, Collection<Offer> offers) {
        return publish(source(), feed, offers);
    }

    public static Publication publish(DataSource source, String feed, Collection<Offer> offers) {
        PriceFeed anew = new PriceFeed(feed, 0, UUID.randomUUID().toString(), Optional.empty());
        return new FeedPublication(source, anew)
                .publish(offers.stream().map(Statement::of).iterator());
    }

    public void execute(String sql) {
        try (var connection = source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("refused: " + sql, failed);
        }
    }

    /** How psql finds it. */
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
