package dev.emplace.pricing.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Source;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogMetricsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final MockClock ticks = new MockClock();
    private final MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, ticks);
    private final CatalogMetrics metrics = new CatalogMetrics(
            registry,
            new LiveCatalog(),
            Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));

    @Test
    void quantilesTellHowOldPricesAre() {
        List<Offer> oneADayForTenDays =
                IntStream.rangeClosed(1, 10).mapToObj(CatalogMetricsTest::aged).toList();

        metrics.show(oneADayForTenDays);

        assertThat(days("0.5")).isEqualTo(5);
        assertThat(days("0.9")).isEqualTo(9);
        assertThat(days("1.0")).isEqualTo(10);
    }

    @Test
    void oneOldPriceMovesTheLastQuantileOnly() {
        metrics.show(List.of(aged(1), aged(1), aged(400)));

        assertThat(days("0.5")).isEqualTo(1);
        assertThat(days("1.0")).isEqualTo(400);
    }

    @Test
    void ageOfTheLastLookGrowsUntilTheNext() {
        ticks.add(Duration.ofSeconds(90));
        assertThat(lastLook()).isEqualTo(90);

        metrics.checked();
        assertThat(lastLook()).isZero();
    }

    private static Offer aged(int days) {
        Offer offer = Samples.onDemand();
        return new Offer(
                offer.id(),
                offer.region(),
                offer.zone(),
                offer.instance(),
                offer.model(),
                offer.commitment(),
                offer.minimumInstances(),
                offer.price(),
                offer.basis(),
                new Source("a price list", TODAY.minusDays(days)),
                offer.ownership());
    }

    private double days(String quantile) {
        return registry.get("emplace.catalog.price.age")
                        .tags("provider", "aws", "quantile", quantile)
                        .gauge()
                        .value()
                / Duration.ofDays(1).toSeconds();
    }

    private double lastLook() {
        return registry.get("emplace.catalog.checked.age").gauge().value();
    }
}
