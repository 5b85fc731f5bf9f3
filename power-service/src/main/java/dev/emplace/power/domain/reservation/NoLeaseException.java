package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** A reservation is held for good: there is no lease to renew. */
public final class NoLeaseException extends PowerFailure {
    NoLeaseException(String site, String reservation) {
        super(
                PowerReason.NO_LEASE,
                "the reservation was confirmed without a lease: it holds until it is released",
                Map.of("reservation", "sites/" + site + "/reservations/" + reservation));
    }
}
