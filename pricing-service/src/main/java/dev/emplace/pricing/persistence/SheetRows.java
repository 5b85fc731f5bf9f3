package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.sheets.Sheet;
import dev.emplace.pricing.domain.sheets.Sheets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Set;

/** Contracted sheets as rows. */
final class SheetRows {

    static final String ALL = "SELECT source, owner, readers FROM price_sheet";

    /** Whether it says anything new. */
    private static final String KEEP = """
            INSERT INTO price_sheet (source, owner, readers) VALUES (?, ?, ?)
            ON CONFLICT (source) DO UPDATE SET owner = excluded.owner, readers = excluded.readers
            WHERE (price_sheet.owner, price_sheet.readers) IS DISTINCT FROM (excluded.owner, excluded.readers)
            """;

    private SheetRows() {}

    /** A condition on rows of a table that have a source: it is no sheet, or one of an array of names. */
    static String known(String table) {
        return "(source = ANY (?) OR NOT EXISTS (SELECT FROM price_sheet WHERE price_sheet.source = " + table
                + ".source))";
    }

    static Sheets all(Connection connection) throws SQLException {
        var sheets = new HashMap<String, Sheet>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                sheets.put(rows.getString("source"), sheet(rows));
            }
        }
        return new Sheets(sheets);
    }

    static Array names(Sql sql, Set<String> sources) throws SQLException {
        return sql.connection().createArrayOf("text", sources.toArray());
    }

    static boolean keep(Connection connection, String source, Sheet sheet) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, source);
            statement.setString(2, sheet.owner());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", sheet.readers().stream().sorted().toArray()));
            return statement.executeUpdate() > 0;
        }
    }

    private static Sheet sheet(ResultSet row) throws SQLException {
        return new Sheet(row.getString("owner"), Set.of((String[])
                row.getArray("readers").getArray()));
    }
}
