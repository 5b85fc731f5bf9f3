package dev.emplace.pricing.config;

import dev.emplace.pricing.domain.imports.Attempt;
import dev.emplace.pricing.domain.imports.SourceState;
import dev.emplace.pricing.ingest.files.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** How old each source is, how old it may be, and what of it waits. Its labels come from publishers, never from readers. */
@Singleton
final class SourceMetrics {

    private final Clock clock;
    private final Subscriptions subscriptions;
    private final MultiGauge ages;
    private final MultiGauge limits;
    private final MultiGauge failures;
    private final MultiGauge waiting;

    SourceMetrics(MeterRegistry registry, Clock clock, Subscriptions subscriptions) {
        this.clock = clock;
        this.subscriptions = subscriptions;
        this.ages = MultiGauge.builder("emplace.source.age")
                .description("Time since a source last said what is published")
                .baseUnit("seconds")
                .register(registry);
        this.limits = MultiGauge.builder("emplace.source.stale.after")
                .description("Age from which on a source is stale")
                .baseUnit("seconds")
                .register(registry);
        this.failures = MultiGauge.builder("emplace.source.attempt.failed")
                .description("1 where the last attempt to read a source on its schedule failed, else 0")
                .register(registry);
        this.waiting = MultiGauge.builder("emplace.source.quarantined.rows")
                .description("Rows of a source that wait in quarantine, by reason")
                .register(registry);
    }

    void show(Collection<SourceState> sources) {
        register(ages, sources, source -> source.observed().stream().map(time -> age(source, time)));
        register(limits, sources, this::limit);
        register(failures, sources, source -> source.attempt().stream().map(last -> failure(source, last)));
        register(waiting, sources, SourceMetrics::rows);
    }

    private Row<?> age(SourceState source, Instant observed) {
        return Row.of(
                labels(source),
                () -> Duration.between(observed, clock.instant()).toSeconds());
    }

    private Stream<Row<?>> limit(SourceState source) {
        return source.observed().stream()
                .map(any -> Row.of(
                        labels(source),
                        subscriptions.staleAfter(source.source()).toSeconds()));
    }

    private static Row<?> failure(SourceState source, Attempt last) {
        return Row.of(labels(source), last.failed() ? 1 : 0);
    }

    private static Stream<Row<?>> rows(SourceState source) {
        return source.waiting().entrySet().stream()
                .map(count -> Row.of(
                        labels(source).and("reason", count.getKey().name().toLowerCase(Locale.ROOT)),
                        count.getValue()));
    }

    private static Tags labels(SourceState source) {
        return Tags.of("source", source.source());
    }

    private static void register(
            MultiGauge gauge, Collection<SourceState> sources, Function<SourceState, Stream<Row<?>>> rows) {
        gauge.register(sources.stream().flatMap(rows).toList(), true);
    }
}
