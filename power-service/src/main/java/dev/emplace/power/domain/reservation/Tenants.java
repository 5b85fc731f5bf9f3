package dev.emplace.power.domain.reservation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each tenant of a site holds, now and later. Not thread-safe. */
final class Tenants {
    private final Map<String, Holdings> byTenant = new HashMap<>();

    /** @param now by which all that was due has been taken out */
    void add(Reservation reservation, Instant now) {
        byTenant.computeIfAbsent(Quota.tenantOf(reservation.holder()), tenant -> new Holdings(now))
                .add(reservation, now);
    }

    void remove(Reservation reservation) {
        byTenant.computeIfPresent(Quota.tenantOf(reservation.holder()), (tenant, holdings) -> {
            holdings.remove(reservation);
            return holdings.isEmpty() ? null : holdings;
        });
    }

    /** All that a tenant holds, now or later. */
    Usage sum(String tenant) {
        return Optional.ofNullable(byTenant.get(tenant)).map(Holdings::sum).orElse(Usage.NONE);
    }

    /**
     * The limit of its quota that a tenant would exceed at some time of a span, holding so much more in it.
     *
     * @param replaced a reservation that the new one takes the place of, by id
     */
    Optional<Quota.Exceeded> exceeded(Quota quota, String tenant, Usage asked, Span span, Optional<String> replaced) {
        return Optional.ofNullable(byTenant.get(tenant))
                .map(holdings -> holdings.exceeded(quota, asked, span, replaced))
                .orElseGet(() -> quota.exceeded(Usage.NONE, asked));
    }
}
