package dev.emplace.pricing.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements with their values, on one connection. */
record Sql(Connection connection) {

    private static final int FETCHED_ROWS = 2_000;

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> list(Row<T> reading, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(reading.of(rows));
            }
            return list;
        }
    }

    <T> Optional<T> first(Row<T> reading, String sql, @Nullable Object... values) throws SQLException {
        return list(reading, sql, values).stream().findFirst();
    }

    /** Row by row as they arrive, inside a transaction. */
    void forEach(RowUse use, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.setFetchSize(FETCHED_ROWS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    use.of(rows);
                }
            }
        }
    }

    static <T> @Nullable T choice(ResultSet row, String column, Function<String, T> named) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : named.apply(name);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface RowUse {
        void of(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /** In one transaction. */
    static <T> T transact(javax.sql.DataSource database, String what, Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(new Sql(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new PriceBookException(what, failed);
        }
    }
}
