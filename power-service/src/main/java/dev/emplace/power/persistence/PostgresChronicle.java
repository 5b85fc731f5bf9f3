package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.Chronicle;
import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The journal's rows, read while others write more. */
@ApplicationScoped
public class PostgresChronicle implements Chronicle {
    private static final String FROM =
            JournalRows.SELECT + "WHERE site = ? AND revision >= ? ORDER BY revision LIMIT ?";

    private static final String OLDEST = """
            SELECT coalesce(
                (SELECT min(revision) FROM site_event WHERE site = name), revision + 1)
            FROM site WHERE name = ?
            """;

    private final DataSource database;
    private final RecordFormat format;

    PostgresChronicle(DataSource database, RecordFormat format) {
        this.database = database;
        this.format = format;
    }

    @Override
    public List<Transition> from(String site, long first, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FROM)) {
            statement.setString(1, site);
            statement.setLong(2, first);
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Transition> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(JournalRows.read(rows, format));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw PostgresJournal.unavailable(failed);
        }
    }

    @Override
    public long oldest(String site) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(OLDEST)) {
            statement.setString(1, site);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 1;
            }
        } catch (SQLException failed) {
            throw PostgresJournal.unavailable(failed);
        }
    }
}
