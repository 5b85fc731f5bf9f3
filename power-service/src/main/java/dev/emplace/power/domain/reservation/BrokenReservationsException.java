package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.List;
import java.util.Map;

/** Live reservations would no longer fit under a topology. */
public final class BrokenReservationsException extends PowerFailure {
    /** Names of reservations that fit in the metadata of an error. */
    private static final int NAMED = 50;

    BrokenReservationsException(String site, List<String> broken) {
        super(
                PowerReason.TOPOLOGY_BREAKS_RESERVATIONS,
                broken.size() + " live reservation(s) of sites/" + site
                        + " would no longer fit: release them, or give a force_reason",
                Map.of(
                        "count", Integer.toString(broken.size()),
                        "reservations", String.join(",", broken.subList(0, Math.min(NAMED, broken.size())))));
    }
}
