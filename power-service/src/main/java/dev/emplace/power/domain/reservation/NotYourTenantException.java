package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** A caller reserves for a tenant whose quota names others who may. */
public final class NotYourTenantException extends PowerFailure {
    NotYourTenantException(String site, String tenant, String caller) {
        super(
                PowerReason.NOT_YOUR_TENANT,
                "\"" + caller + "\" may not reserve for tenant \"" + tenant + "\" at sites/" + site
                        + ": its quota names others; reserve for your own tenant, or have the quota name you",
                Map.of("site", "sites/" + site, "tenant", tenant, "caller", caller));
    }
}
