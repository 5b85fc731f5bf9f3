package dev.emplace.platform.health;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/** Shows how long ago a replica last compared what it has in memory with its database. */
public final class LastLook {

    private final Clock clock;
    private volatile long atNanos;

    /** @param name of the gauge, in seconds; counted from here until the first look */
    public LastLook(MeterRegistry registry, String name, String description) {
        this.clock = registry.config().clock();
        this.atNanos = clock.monotonicTime();
        Gauge.builder(name, this, LastLook::ageSeconds)
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    public void succeeded() {
        atNanos = clock.monotonicTime();
    }

    private double ageSeconds() {
        return (clock.monotonicTime() - atNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
