package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** There is no site of that name. */
public final class UnknownSiteException extends PowerFailure {
    public UnknownSiteException(String site) {
        super(
                PowerReason.UNKNOWN_SITE,
                "there is no site \"sites/" + site + "\"; ListSites names those that are, ApplyTopology creates one",
                Map.of("site", "sites/" + site));
    }
}
