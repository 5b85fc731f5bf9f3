package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.ReservationState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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

    /** Whether a confirmed one's lease has ended; null, as earlier versions leave it, is no. */
    @Nullable
    Boolean lapsed;

    /** One that lapsed is a confirmed one, marked: earlier versions hold its capacity too. */
    static String state(ReservationState state) {
        return (isLapsed(state) ? ReservationState.CONFIRMED : state).name();
    }

    static boolean isLapsed(ReservationState state) {
        return state == ReservationState.LAPSED;
    }

    Reservation toDomain(RecordFormat format) {
        return format.readReservation(body);
    }
}
