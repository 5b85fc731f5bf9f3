package dev.emplace.workload.config;

import dev.emplace.workload.clients.Breaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Makes breakers as they are configured, and shows whether they are open. */
@Singleton
class Breakers {
    private final BreakerConfig config;
    private final MeterRegistry registry;

    Breakers(BreakerConfig config, MeterRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    Breaker of(String service) {
        Breaker breaker = new Breaker(config.calls(), config.failures(), config.pause());
        Gauge.builder("emplace.dependency.breaker.open", breaker, made -> made.isOpen() ? 1 : 0)
                .description(
                        "1 while calls to the service are refused without asking it, since it kept failing; else 0")
                .tag("service", service)
                .register(registry);
        return breaker;
    }
}
