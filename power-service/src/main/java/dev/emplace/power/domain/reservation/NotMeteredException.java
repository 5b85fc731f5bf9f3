package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** There is no metered point of a reservation that would say something of others. */
public final class NotMeteredException extends PowerFailure {
    public NotMeteredException(String site, String reservation) {
        super(
                PowerReason.NOT_METERED,
                "nothing was metered of \"sites/" + site + "/reservations/" + reservation
                        + "\" that would correct an estimate: report its power with ReportMeteredPower, over an interval"
                        + " since it was created or last resized, or name one of a workload that works",
                Map.of("reservation", "sites/" + site + "/reservations/" + reservation));
    }
}
