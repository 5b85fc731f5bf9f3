package dev.emplace.power.grpc;

import dev.emplace.power.domain.metering.MeteredSubject;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;

/** Counts readings of what draws more than was promised: what is admitted beside it stands on too low a figure. */
@Singleton
class ExcessMeters {
    private final MeterRegistry registry;

    ExcessMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows a site's counts from its first readings on, at zero too: a count that first appears as 1 never increased. */
    void count(String site, List<MeteredSubject.Kind> excess) {
        for (MeteredSubject.Kind kind : MeteredSubject.Kind.values()) {
            Counter.builder("emplace.metered.excess")
                    .description("Readings above what their reservation holds, or what their node carries without end")
                    .tag("site", site)
                    .tag("kind", kind.name())
                    .register(registry)
                    .increment(Collections.frequency(excess, kind));
        }
    }
}
