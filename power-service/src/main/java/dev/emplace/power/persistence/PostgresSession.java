package dev.emplace.power.persistence;

import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.domain.reservation.Journal.Head;
import dev.emplace.power.domain.reservation.Journal.Session;
import dev.emplace.power.domain.reservation.Journal.Standing;
import dev.emplace.power.domain.reservation.Quotas;
import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.Transition;
import dev.emplace.power.domain.reservation.UnknownCommitException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One transaction that holds a site's lock. */
final class PostgresSession implements Session {
    private static final Logger LOG = Logger.getLogger(PostgresSession.class);

    private final Connection connection;
    private final RecordFormat format;
    private final String site;
    private final SiteLock lock;

    PostgresSession(Connection connection, RecordFormat format, String site, SiteLock lock) {
        this.connection = connection;
        this.format = format;
        this.site = site;
        this.lock = lock;
    }

    @Override
    public Head head() {
        return lock.head();
    }

    @Override
    public Optional<Standing> standing() {
        return query(
                        "SELECT body, quota FROM site WHERE name = ? AND body IS NOT NULL",
                        row -> new Standing(format.readSite(row.getBytes(1)), List.of(), quotas(row.getBytes(2))),
                        site)
                .stream()
                .findFirst()
                .map(known -> new Standing(known.site(), live(), known.quotas()));
    }

    private Quotas quotas(byte @Nullable [] body) {
        return body == null ? Quotas.NONE : format.readQuotas(body);
    }

    private List<Reservation> live() {
        return query(
                "SELECT body FROM reservation WHERE site = ? AND state IN ('PENDING', 'CONFIRMED')",
                row -> format.readReservation(row.getBytes(1)),
                site);
    }

    @Override
    public List<Transition> since(long revision) {
        if (revision == head().token().revision()) {
            return List.of();
        }
        return query(
                JournalRows.SELECT + "WHERE site = ? AND revision > ? ORDER BY revision",
                this::transition,
                site,
                revision);
    }

    @Override
    public Map<UUID, Transition> outcomes(Collection<UUID> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Transition> outcomes = new HashMap<>();
        query(
                        JournalRows.SELECT
                                + "WHERE request_id = ANY (?) AND at > clock_timestamp() - interval '24 hours' ORDER BY at",
                        this::transition,
                        (Object) requests.toArray(UUID[]::new))
                .forEach(transition ->
                        transition.request().ifPresent(request -> outcomes.put(request.id(), transition)));
        return outcomes;
    }

    @Override
    public Map<String, QuietRun> quiet(Collection<String> reservations) {
        Map<String, QuietRun> quiet = new LinkedHashMap<>();
        query(
                        "SELECT id, quiet_since, end_time, watts, idle_watts FROM metered_power"
                                + " WHERE site = ? AND kind = 'RESERVATION' AND id = ANY (?) AND quiet_since IS NOT NULL"
                                + " ORDER BY id",
                        row -> Map.entry(
                                row.getString(1),
                                new QuietRun(
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        row.getLong(4),
                                        row.getLong(5))),
                        site,
                        reservations.toArray(String[]::new))
                .forEach(found -> quiet.put(found.getKey(), found.getValue()));
        return quiet;
    }

    @Override
    public Optional<Reservation> reservation(String id) {
        return query(
                        "SELECT body FROM reservation WHERE site = ? AND id = ?",
                        row -> format.readReservation(row.getBytes(1)),
                        site,
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public void commit(List<Transition> transitions, Head head) {
        try {
            new BatchInsert(connection, format, site).write(transitions, head, lock);
            new PayloadInsert(connection, site).write(transitions);
        } catch (SQLException failed) {
            throw PostgresJournal.unavailable(failed);
        }
        try {
            connection.commit();
        } catch (SQLException failed) {
            LOG.warnf("A commit ended with %s: %s", failed.getSQLState(), failed.getMessage());
            throw new UnknownCommitException(failed);
        }
    }

    @Override
    public void close() {
        giveBack(connection);
    }

    /** Rolls back what was not committed, and hands the connection to the pool as it was. */
    static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            LOG.debugf(failed, "A connection could not be given back in order; the pool drops it");
        }
    }

    private Transition transition(ResultSet row) throws SQLException {
        return JournalRows.read(row, format);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> read, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Object[] ids ? array(ids) : values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(read.read(rows));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw PostgresJournal.unavailable(failed);
        }
    }

    private Array array(Object[] ids) throws SQLException {
        return connection.createArrayOf(ids instanceof UUID[] ? "uuid" : "text", ids);
    }
}
