package dev.emplace.power.grpc;

import dev.emplace.power.domain.reservation.InsufficientCapacityException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts the reservations that a site had no room for. */
@Singleton
class RefusalMeters {
    private final MeterRegistry registry;

    RefusalMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(InsufficientCapacityException refused) {
        Counter.builder("emplace.reservations.refused")
                .description("Reservations that did not fit, dry runs included, by the kind of limit in the way")
                .tag("site", refused.site())
                .tag("limit", refused.limit().name())
                .register(registry)
                .increment();
    }
}
