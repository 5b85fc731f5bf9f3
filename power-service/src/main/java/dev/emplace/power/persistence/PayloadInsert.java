package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes what is kept with the reservations of a batch, once those are there. Most batches have none. */
final class PayloadInsert {
    private static final String SQL = """
            INSERT INTO reservation_payload (site, id, payload, owner)
            SELECT ?, p.id, p.payload, p.owner
            FROM unnest(?::text[], ?::bytea[], ?::text[]) AS p (id, payload, owner)
            """;

    private final Connection connection;
    private final String site;

    PayloadInsert(Connection connection, String site) {
        this.connection = connection;
        this.site = site;
    }

    void write(List<Transition> transitions) throws SQLException {
        List<Change.OfReservation> carrying = transitions.stream()
                .map(Transition::change)
                .filter(Change.OfReservation.class::isInstance)
                .map(Change.OfReservation.class::cast)
                .filter(change -> !change.payload().isEmpty())
                .toList();
        if (carrying.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, site);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            carrying.stream()
                                    .map(change -> change.reservation().id())
                                    .toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            carrying.stream()
                                    .map(change -> change.payload().bytes())
                                    .toArray(byte[][]::new)));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            carrying.stream()
                                    .map(change -> change.payload().owner().orElse(null))
                                    .toArray()));
            statement.executeUpdate();
        }
    }
}
