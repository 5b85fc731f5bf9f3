package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** A tenant would hold more at a site than its quota. */
public final class QuotaExceededException extends PowerFailure {
    QuotaExceededException(String site, String tenant, Quota.Exceeded exceeded) {
        super(
                PowerReason.QUOTA_EXCEEDED,
                "tenant \"" + tenant + "\" has a quota of " + exceeded.limit() + " " + exceeded.quota() + " at sites/"
                        + site + ", holds " + exceeded.used() + " of it and asks for " + exceeded.asked()
                        + ": ask for less, release some, or have the quota raised",
                Map.of(
                        "site", "sites/" + site,
                        "tenant", tenant,
                        "quota", exceeded.quota(),
                        "limit", Long.toString(exceeded.limit()),
                        "used", Long.toString(exceeded.used()),
                        "asked", Long.toString(exceeded.asked())));
    }
}
