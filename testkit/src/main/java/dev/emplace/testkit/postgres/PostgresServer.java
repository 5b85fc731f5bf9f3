package dev.emplace.testkit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A running PostgreSQL.
 *
 * @param url JDBC URL of the database from which others are created
 */
record PostgresServer(String url, String username, String password) {

    /** The same server, another database: keeps the URL's parameters. */
    String urlOf(String database) {
        int parameters = url.indexOf('?');
        String base = parameters < 0 ? url : url.substring(0, parameters);
        String suffix = parameters < 0 ? "" : url.substring(parameters);
        return base.substring(0, base.lastIndexOf('/') + 1) + database + suffix;
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL at " + url + " refused: " + sql, failed);
        }
    }

    /** Value of a server setting, e.g. {@code fsync}. */
    String setting(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL at " + url + " does not tell its " + name, failed);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }
}
