package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** There is no reservation of that name. */
public final class UnknownReservationException extends PowerFailure {
    public UnknownReservationException(String site, String reservation) {
        super(
                PowerReason.UNKNOWN_RESERVATION,
                "there is no reservation \"sites/" + site + "/reservations/" + reservation + "\"",
                Map.of("reservation", "sites/" + site + "/reservations/" + reservation));
    }
}
