package dev.emplace.power.domain.reservation;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each tenant of a site holds, now and later. Not thread-safe. */
final class Tenants {
    private final Map<String, Map<String, Reservation>> live = new HashMap<>();
    private final Map<String, Usage> sums = new HashMap<>();

    void add(Reservation reservation) {
        String tenant = Quota.tenantOf(reservation.holder());
        live.computeIfAbsent(tenant, name -> new LinkedHashMap<>()).put(reservation.id(), reservation);
        sums.merge(tenant, Usage.of(reservation), Usage::plus);
    }

    void remove(Reservation reservation) {
        String tenant = Quota.tenantOf(reservation.holder());
        Map<String, Reservation> held = live.get(tenant);
        if (held != null && held.remove(reservation.id()) != null) {
            sums.computeIfPresent(tenant, (name, sum) -> held.isEmpty() ? null : sum.minus(Usage.of(reservation)));
            if (held.isEmpty()) {
                live.remove(tenant);
            }
        }
    }

    /** All that a tenant holds, now or later. */
    Usage sum(String tenant) {
        return sums.getOrDefault(tenant, Usage.NONE);
    }

    /**
     * The limit of its quota that a tenant would exceed at some time of a span, holding so much more in it.
     *
     * @param replaced a reservation that the new one takes the place of, by id
     */
    Optional<Quota.Exceeded> exceeded(Quota quota, String tenant, Usage asked, Span span, Optional<String> replaced) {
        if (replaced.isEmpty() && quota.exceeded(sum(tenant), asked).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Reservation> held = live.getOrDefault(tenant, Map.of());
        // What is held only ever rises where something starts.
        return Stream.concat(
                        Stream.of(span.start()),
                        held.values().stream()
                                .map(each -> each.span().start())
                                .filter(start -> start.isAfter(span.start()) && !span.endsBy(start)))
                .distinct()
                .flatMap(time -> quota.exceeded(at(held, time, replaced), asked).stream())
                .findFirst();
    }

    private static Usage at(Map<String, Reservation> held, Instant time, Optional<String> replaced) {
        return Usage.of(held.values().stream()
                .filter(each -> replaced.filter(each.id()::equals).isEmpty())
                .filter(each -> {
                    Span span = each.span();
                    return !span.start().isAfter(time) && !span.endsBy(time);
                })
                .toList());
    }
}
