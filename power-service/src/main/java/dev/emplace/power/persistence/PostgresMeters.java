package dev.emplace.power.persistence;

import dev.emplace.power.domain.metering.Metered;
import dev.emplace.power.domain.metering.MeteredSubject;
import dev.emplace.power.domain.metering.Meters;
import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.domain.metering.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The last readings as rows, and since when they have been quiet: worked out where they are kept, so once. */
@ApplicationScoped
public class PostgresMeters implements Meters {
    private static final String KEEP = """
            INSERT INTO metered_power AS known (site, kind, id, start_time, end_time, watts, idle_watts, quiet_since)
            SELECT ?, kind, id, start_time, end_time, watts, idle_watts,
                CASE WHEN watts <= idle_watts THEN start_time END
            FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::bigint[])
                AS read (kind, id, start_time, end_time, watts, idle_watts)
            ON CONFLICT (site, kind, id) DO UPDATE
            SET start_time = excluded.start_time, end_time = excluded.end_time, watts = excluded.watts,
                idle_watts = excluded.idle_watts,
                quiet_since = CASE
                    WHEN excluded.quiet_since IS NULL THEN NULL
                    WHEN excluded.start_time <= known.end_time + make_interval(secs => ?)
                        THEN coalesce(known.quiet_since, greatest(excluded.start_time, known.end_time))
                    ELSE excluded.start_time END
            WHERE known.end_time < excluded.end_time
            """;

    private static final String LAST =
            "SELECT id, start_time, end_time, watts FROM metered_power WHERE site = ? AND kind = ? AND id = ANY (?)";

    /** In one order, so that two calls do not wait for each other's rows. */
    private static final Comparator<Reading> ORDER =
            Comparator.comparing(PostgresMeters::kind).thenComparing(PostgresMeters::id);

    private final DataSource database;

    PostgresMeters(DataSource database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT clock_timestamp()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException failed) {
            throw PostgresJournal.unavailable(failed);
        }
    }

    @Override
    public int keep(String site, List<Reading> readings) {
        List<Reading> sorted = readings.stream().sorted(ORDER).toList();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, site);
            statement.setArray(2, array(connection, "text", sorted, PostgresMeters::kind));
            statement.setArray(3, array(connection, "text", sorted, PostgresMeters::id));
            statement.setArray(4, array(connection, "timestamptz", sorted, PostgresMeters::start));
            statement.setArray(5, array(connection, "timestamptz", sorted, PostgresMeters::end));
            statement.setArray(6, array(connection, "bigint", sorted, PostgresMeters::watts));
            statement.setArray(7, array(connection, "bigint", sorted, PostgresMeters::idleWatts));
            statement.setLong(8, QuietRun.LONGEST_GAP.toSeconds());
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw PostgresJournal.unavailable(failed);
        }
    }

    private static String kind(Reading reading) {
        return reading.subject().kind().name();
    }

    private static String id(Reading reading) {
        return reading.subject().id();
    }

    private static String start(Reading reading) {
        return reading.metered().start().toString();
    }

    private static String end(Reading reading) {
        return reading.metered().end().toString();
    }

    private static Long watts(Reading reading) {
        return reading.metered().watts();
    }

    private static @Nullable Long idleWatts(Reading reading) {
        return reading.idleWatts().isPresent() ? reading.idleWatts().getAsLong() : null;
    }

    private static Array array(
            Connection connection, String type, List<Reading> from, Function<Reading, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, from.stream().map(value).toArray());
    }

    @Override
    public Map<String, Metered> last(String site, MeteredSubject.Kind kind, Collection<String> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setString(1, site);
            statement.setString(2, kind.name());
            statement.setArray(3, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Metered> found = new HashMap<>();
                while (rows.next()) {
                    found.put(
                            rows.getString(1),
                            new Metered(
                                    rows.getObject(2, OffsetDateTime.class).toInstant(),
                                    rows.getObject(3, OffsetDateTime.class).toInstant(),
                                    rows.getLong(4)));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw PostgresJournal.unavailable(failed);
        }
    }
}
