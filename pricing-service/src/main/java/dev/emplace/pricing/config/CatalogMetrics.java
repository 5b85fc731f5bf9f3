package dev.emplace.pricing.config;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceBasis;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What the catalog shows of itself. Its labels come from what was published, never from a request. */
@Singleton
final class CatalogMetrics {

    private final MeterRegistry registry;
    private final LiveCatalog live;
    private final Clock clock;
    private final MultiGauge offers;
    private final MultiGauge ages;

    CatalogMetrics(MeterRegistry registry, LiveCatalog live, Clock clock) {
        this.registry = registry;
        this.live = live;
        this.clock = clock;
        this.offers = MultiGauge.builder("emplace.catalog.offers")
                .description("Offers in the catalog, by provider and by where their price comes from")
                .register(registry);
        this.ages = MultiGauge.builder("emplace.catalog.price.age.max")
                .description("Age of a provider's oldest price, since the day on which its source said so")
                .baseUnit("seconds")
                .register(registry);
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("emplace.catalog.revision", live, LiveCatalog::revision)
                .description("Revision of the catalog that this replica answers from; -1 before the first")
                .register(registry);
    }

    void show(Collection<Offer> published) {
        offers.register(
                published.stream().collect(groupingBy(CatalogMetrics::labels, counting())).entrySet().stream()
                        .map(counted -> MultiGauge.Row.of(counted.getKey(), counted.getValue()))
                        .toList(),
                true);
        ages.register(
                oldest(published).entrySet().stream()
                        .map(oldest -> MultiGauge.Row.of(
                                Tags.of("provider", oldest.getKey()), () -> secondsSince(oldest.getValue())))
                        .toList(),
                true);
    }

    private static Tags labels(Offer offer) {
        return Tags.of("provider", offer.region().provider().id(), "price", priceOf(offer));
    }

    private static String priceOf(Offer offer) {
        if (offer.price() instanceof Price.Absent) {
            return "absent";
        }
        return offer.basis() == PriceBasis.COMPUTED ? "computed" : "stated";
    }

    private static Map<String, LocalDate> oldest(Collection<Offer> published) {
        Map<String, LocalDate> oldest = new TreeMap<>();
        published.stream()
                .filter(offer -> offer.price() instanceof Price.Hourly)
                .forEach(offer -> oldest.merge(
                        offer.region().provider().id(),
                        offer.source().observed(),
                        (one, other) -> one.isBefore(other) ? one : other));
        return oldest;
    }

    private long secondsSince(LocalDate day) {
        return Duration.between(day.atStartOfDay(ZoneOffset.UTC).toInstant(), clock.instant())
                .toSeconds();
    }
}
