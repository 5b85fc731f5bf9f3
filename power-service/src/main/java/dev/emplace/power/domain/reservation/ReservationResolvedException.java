package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Locale;
import java.util.Map;

/** A reservation is no longer in a state that the call can change. */
public final class ReservationResolvedException extends PowerFailure {
    ReservationResolvedException(Reservation reservation, String wanted) {
        super(
                PowerReason.RESERVATION_RESOLVED,
                "the reservation cannot be " + wanted + ": it is "
                        + reservation.state().name().toLowerCase(Locale.ROOT)
                        + reservation.resolved().map(at -> " since " + at).orElse(""),
                Map.of(
                        "reservation", reservation.id(),
                        "state", reservation.state().name(),
                        "resolve_time",
                                reservation.resolved().map(Object::toString).orElse("")));
    }
}
