package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.Reservation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A reservation's row as readers see it; only a batch writes it, by hand. */
@Entity
@Immutable
@Table(name = "reservation")
@IdClass(ReservationRow.Key.class)
class ReservationRow {
    /** A reservation's site and its id there. */
    record Key(String site, String id) implements Serializable {}

    @Id
    @Column(columnDefinition = "text")
    String site = "";

    @Id
    @Column(columnDefinition = "text")
    String id = "";

    @Column(columnDefinition = "text")
    String state = "";

    byte[] body = {};

    Reservation toDomain(RecordFormat format) {
        return format.readReservation(body);
    }
}
