package dev.emplace.pricing.persistence;

import static java.util.stream.Collectors.toMap;

import dev.emplace.pricing.domain.imports.Attempt;
import dev.emplace.pricing.domain.imports.QuarantineReason;
import dev.emplace.pricing.domain.imports.SourceBook;
import dev.emplace.pricing.domain.imports.SourceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The sources in PostgreSQL, whose clock decides what is due. */
@ApplicationScoped
class PostgresSourceBook implements SourceBook {

    private static final String ALL = """
            SELECT source, observed_time, attempted_time, coalesce(problem, '') AS problem
            FROM (SELECT name AS source FROM price_feed UNION SELECT source FROM price_import
                UNION SELECT source FROM source_attempt) AS known
            LEFT JOIN price_feed ON price_feed.name = source
            LEFT JOIN source_attempt USING (source)
            ORDER BY source
            """;

    private static final String WAITING = """
            SELECT source, reason, count(*) FROM quarantined_row WHERE state = 'PENDING' GROUP BY source, reason
            """;

    /** One of several that come at once finds the row as the first has left it, and nothing is due. */
    private static final String CLAIM = """
            INSERT INTO source_attempt (source, attempted_time) VALUES (?, clock_timestamp())
            ON CONFLICT (source) DO UPDATE SET attempted_time = clock_timestamp(), problem = ''
            WHERE source_attempt.attempted_time <= clock_timestamp() - make_interval(secs => ?)
            """;

    private static final String ENDED = "UPDATE source_attempt SET problem = ? WHERE source = ?";

    private static final Map<String, QuarantineReason> REASONS =
            Arrays.stream(QuarantineReason.values()).collect(toMap(Enum::name, reason -> reason));

    private final DataSource database;

    PostgresSourceBook(DataSource database) {
        this.database = database;
    }

    @Override
    public List<SourceState> all() {
        return Sql.transact(database, "the sources could not be read", sql -> {
            var waiting = sql.list(Waiting::read, WAITING);
            return sql.list(row -> state(row, waiting), ALL);
        });
    }

    @Override
    public boolean claim(String source, Duration every) {
        return Sql.transact(
                database,
                "the source '" + source + "' could not be claimed",
                sql -> sql.update(CLAIM, source, every.toMillis() / 1000.0) > 0);
    }

    @Override
    public void ended(String source, String problem) {
        Sql.transact(
                database,
                "the attempt at '" + source + "' could not be written down",
                sql -> sql.update(ENDED, problem, source));
    }

    private static SourceState state(ResultSet row, List<Waiting> waiting) throws SQLException {
        var source = row.getString("source");
        var attempted = row.getObject("attempted_time", OffsetDateTime.class);
        var problem = row.getString("problem");
        return new SourceState(
                source,
                Optional.ofNullable(row.getObject("observed_time", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                reasons(source, waiting),
                Optional.ofNullable(attempted).map(time -> new Attempt(time.toInstant(), problem)));
    }

    /** A reason that a newer version of the service has written means nothing to this one. */
    private static Map<QuarantineReason, Long> reasons(String source, List<Waiting> waiting) {
        var counts = new EnumMap<QuarantineReason, Long>(QuarantineReason.class);
        waiting.stream()
                .filter(each -> each.source().equals(source))
                .forEach(each -> Optional.ofNullable(REASONS.get(each.reason()))
                        .ifPresent(reason -> counts.put(reason, each.rows())));
        return counts;
    }

    private record Waiting(String source, String reason, long rows) {
        static Waiting read(ResultSet row) throws SQLException {
            return new Waiting(row.getString(1), row.getString(2), row.getLong(3));
        }
    }
}
