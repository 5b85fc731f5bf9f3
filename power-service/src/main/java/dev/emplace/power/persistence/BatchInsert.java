package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Journal.Head;
import dev.emplace.power.domain.reservation.Quotas;
import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.RequestKey;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.Site;
import dev.emplace.power.domain.reservation.Transition;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a whole batch in one statement: its events, the reservations as they are after it, and the site's head. */
final class BatchInsert {
    private static final String SQL = """
            WITH events AS (
                INSERT INTO site_event (site, revision, epoch, at, request_id, fingerprint, body)
                SELECT ?, e.revision, ?, ?, e.request_id, e.fingerprint, e.body
                FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::bytea[]) AS e (revision, request_id, fingerprint, body)),
            held AS (
                INSERT INTO reservation (site, id, state, revision, body, lapsed)
                SELECT ?, r.id, r.state, r.revision, r.body, r.lapsed
                FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bytea[], ?::boolean[])
                    AS r (id, state, revision, body, lapsed)
                ON CONFLICT (site, id) DO UPDATE
                SET state = excluded.state, revision = excluded.revision, body = excluded.body, lapsed = excluded.lapsed)
            UPDATE site SET revision = ?, epoch = ?, cluster = ?, origin = ?, last_time = ?, body = coalesce(?, body),
                quota = coalesce(?, quota)
            WHERE name = ?
            """;

    private final Connection connection;
    private final RecordFormat format;
    private final String site;

    BatchInsert(Connection connection, RecordFormat format, String site) {
        this.connection = connection;
        this.format = format;
        this.site = site;
    }

    void write(List<Transition> transitions, Head head, SiteLock lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            events(statement, transitions, head);
            held(statement, lastOfEach(transitions));
            var time = head.time().atOffset(ZoneOffset.UTC);
            statement.setLong(14, head.token().revision());
            statement.setLong(15, head.token().epoch());
            statement.setString(16, lock.cluster());
            statement.setLong(17, lock.origin());
            statement.setObject(18, time);
            statement.setBytes(19, lastSite(transitions));
            statement.setBytes(20, lastQuotas(transitions));
            statement.setString(21, site);
            statement.executeUpdate();
        }
    }

    private void events(PreparedStatement statement, List<Transition> all, Head head) throws SQLException {
        statement.setString(1, site);
        statement.setLong(2, head.token().epoch());
        statement.setObject(3, head.time().atOffset(ZoneOffset.UTC));
        statement.setArray(4, array("bigint", all, event -> event.token().revision()));
        statement.setArray(
                5,
                array("uuid", all, event -> event.request().map(RequestKey::id).orElse(null)));
        statement.setArray(
                6,
                array(
                        "text",
                        all,
                        event -> event.request().map(RequestKey::fingerprint).orElse(null)));
        statement.setArray(7, bodies(all, event -> format.write(event.change())));
    }

    private void held(PreparedStatement statement, Collection<Reservation> held) throws SQLException {
        statement.setString(8, site);
        statement.setArray(9, array("text", held, Reservation::id));
        statement.setArray(10, array("text", held, reservation -> ReservationRow.state(reservation.state())));
        statement.setArray(
                11, array("bigint", held, reservation -> reservation.token().revision()));
        statement.setArray(12, bodies(held, format::write));
        statement.setArray(13, array("boolean", held, reservation -> ReservationRow.isLapsed(reservation.state())));
    }

    /** A reservation may change more than once in a batch; what counts is how it is in the end. */
    private static Collection<Reservation> lastOfEach(List<Transition> transitions) {
        Map<String, Reservation> last = new LinkedHashMap<>();
        for (Transition transition : transitions) {
            if (transition.change() instanceof Change.OfReservation of) {
                last.put(of.reservation().id(), of.reservation());
            }
        }
        return last.values();
    }

    private byte @Nullable [] lastSite(List<Transition> transitions) {
        Site last = null;
        for (Transition transition : transitions) {
            if (transition.change() instanceof Change.OfSite of) {
                last = of.site();
            }
        }
        return last == null ? null : format.write(last);
    }

    private byte @Nullable [] lastQuotas(List<Transition> transitions) {
        Quotas last = null;
        for (Transition transition : transitions) {
            if (transition.change() instanceof Change.OfQuotas of) {
                last = of.quotas();
            }
        }
        return last == null ? null : format.write(last);
    }

    private <T> Array bodies(Collection<T> from, Function<T, byte[]> body) throws SQLException {
        return connection.createArrayOf("bytea", from.stream().map(body).toArray(byte[][]::new));
    }

    private <T> Array array(String type, Collection<T> from, Function<T, @Nullable Object> value) throws SQLException {
        return connection.createArrayOf(type, from.stream().map(value).toArray());
    }
}
