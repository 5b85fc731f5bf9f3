package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.RequestKey;
import dev.emplace.power.domain.reservation.Token;
import dev.emplace.power.domain.reservation.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Rows of the journal as transitions. */
final class JournalRows {
    /** The columns that {@link #read} takes, in their order. */
    static final String SELECT = "SELECT epoch, revision, at, request_id, fingerprint, body FROM site_event ";

    private JournalRows() {}

    static Transition read(ResultSet row, RecordFormat format) throws SQLException {
        UUID request = row.getObject(4, UUID.class);
        return new Transition(
                new Token(row.getLong(1), row.getLong(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                request == null ? Optional.empty() : Optional.of(new RequestKey(request, row.getString(5))),
                format.readChange(row.getBytes(6)));
    }
}
