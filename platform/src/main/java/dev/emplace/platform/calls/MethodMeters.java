package dev.emplace.platform.calls;

import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** What is measured of one method. */
final class MethodMeters {

    private static final Duration[] BUCKETS = LongStream.of(
                    1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final String method;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<Status.Code, Timer> durations = new ConcurrentHashMap<>();
    private final Map<String, Counter> errors = new ConcurrentHashMap<>();
    private final DistributionSummary requests;

    MethodMeters(MeterRegistry registry, String method) {
        this.registry = registry;
        this.method = method;
        Gauge.builder("emplace.calls.in.flight", inFlight, AtomicInteger::get)
                .description("Calls that have begun and not ended")
                .tag("method", method)
                .register(registry);
        this.requests = DistributionSummary.builder("emplace.calls.request.size")
                .description("Request messages, decompressed; one over the limit counts as the limit")
                .baseUnit("bytes")
                .tag("method", method)
                .register(registry);
    }

    Measured begin() {
        inFlight.incrementAndGet();
        return new Measured();
    }

    void request(int bytes) {
        requests.record(bytes);
    }

    private Timer duration(Status.Code code) {
        return Timer.builder("emplace.calls.duration")
                .description("Calls, from their headers to their status")
                .tag("method", method)
                .tag("code", code.name())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter error(String reason) {
        return Counter.builder("emplace.calls.errors")
                .description("Calls that ended in an error, by the reason that the caller was given")
                .tag("method", method)
                .tag("reason", reason)
                .register(registry);
    }

    /** A call under way; its first end counts. */
    final class Measured {

        private final long began = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();

        /** {@code reason} is empty where there is none. */
        void end(Status.Code code, String reason) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            inFlight.decrementAndGet();
            durations
                    .computeIfAbsent(code, MethodMeters.this::duration)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            if (!reason.isEmpty()) {
                errors.computeIfAbsent(reason, MethodMeters.this::error).increment();
            }
        }
    }
}
