package dev.emplace.testkit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a database as pg_dump takes them: all tables in one snapshot, without keeping anybody from writing. (The
 * embedded PostgreSQL comes without pg_dump.)
 */
public final class TestDump {

    private static final String TABLES = """
            select relname, (select count(*) from pg_constraint where conrelid = pg_class.oid and contype = 'f') as refers
            from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'
            order by refers, relname
            """;

    /** By table, those first that others refer to; each row as PostgreSQL writes it as one value. */
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private TestDump() {}

    public static TestDump of(TestDatabase database) throws SQLException {
        TestDump dump = new TestDump();
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String table : strings(connection, TABLES)) {
                dump.rows.put(table, strings(connection, "select t::text from " + table + " as t"));
            }
        }
        return dump;
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    /** Fills the tables of a database that has the same schema, and no rows. */
    public void readInto(TestDatabase database) throws SQLException {
        try (Connection connection = connect(database)) {
            for (Map.Entry<String, List<String>> table : rows.entrySet()) {
                String insert = "insert into %1$s select (?::%1$s).*".formatted(table.getKey());
                try (PreparedStatement statement = connection.prepareStatement(insert)) {
                    for (String row : table.getValue()) {
                        statement.setString(1, row);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
            }
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
