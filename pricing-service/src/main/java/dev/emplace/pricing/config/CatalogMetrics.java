package dev.emplace.pricing.config;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.emplace.platform.health.LastLook;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the catalog shows of itself. Its labels come from what was published, never from a request. */
@Singleton
final class CatalogMetrics {

    private static final List<Double> QUANTILES = List.of(0.5, 0.9, 1.0);

    private final MeterRegistry registry;
    private final LiveCatalog live;
    private final Clock clock;
    private final MultiGauge offers;
    private final MultiGauge ages;
    private final LastLook look;

    CatalogMetrics(MeterRegistry registry, LiveCatalog live, Clock clock) {
        this.registry = registry;
        this.live = live;
        this.clock = clock;
        this.offers = MultiGauge.builder("emplace.catalog.offers")
                .description("Offers in the catalog, by provider and by where their price comes from")
                .register(registry);
        this.ages = MultiGauge.builder("emplace.catalog.price.age")
                .description("Age of a provider's prices, since the day on which their source said so, by quantile")
                .baseUnit("seconds")
                .register(registry);
        this.look = new LastLook(
                registry,
                "emplace.catalog.checked.age",
                "Time since this replica last compared its catalog's revision");
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
                days(published).entrySet().stream()
                        .flatMap(provider -> ages(provider.getKey(), provider.getValue()))
                        .toList(),
                true);
    }

    /** The catalog is what the database has, or newer. */
    void checked() {
        look.succeeded();
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

    /** The days on which sources stated prices, by provider, the latest first. */
    private static Map<String, List<LocalDate>> days(Collection<Offer> published) {
        return published.stream()
                .filter(offer -> offer.price() instanceof Price.Hourly)
                .sorted(comparing((Offer offer) -> offer.source().observed()).reversed())
                .collect(groupingBy(
                        offer -> offer.region().provider().id(),
                        TreeMap::new,
                        mapping(offer -> offer.source().observed(), toList())));
    }

    private Stream<MultiGauge.Row<?>> ages(String provider, List<LocalDate> latestFirst) {
        return QUANTILES.stream().map(quantile -> {
            LocalDate day = quantile(latestFirst, quantile);
            return MultiGauge.Row.of(
                    Tags.of("provider", provider, "quantile", quantile.toString()), () -> secondsSince(day));
        });
    }

    /** The day than which that share of the prices is no older. */
    private static LocalDate quantile(List<LocalDate> latestFirst, double share) {
        return latestFirst.get((int) Math.ceil(share * latestFirst.size()) - 1);
    }

    private long secondsSince(LocalDate day) {
        return Duration.between(day.atStartOfDay(ZoneOffset.UTC).toInstant(), clock.instant())
                .toSeconds();
    }
}
