package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;
import java.util.UUID;

/** There is no reservation of that name. */
public final class UnknownReservationException extends PowerFailure {
    /** None was created under that request id, or too long ago. */
    UnknownReservationException(UUID request) {
        super(
                PowerReason.UNKNOWN_RESERVATION,
                "no reservation was created with request_id " + request + " within a day",
                Map.of("request_id", request.toString()));
    }

    public UnknownReservationException(String site, String reservation) {
        super(
                PowerReason.UNKNOWN_RESERVATION,
                "there is no reservation \"sites/" + site + "/reservations/" + reservation + "\"",
                Map.of("reservation", "sites/" + site + "/reservations/" + reservation));
    }
}
