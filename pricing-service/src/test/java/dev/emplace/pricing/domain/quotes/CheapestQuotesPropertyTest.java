package dev.emplace.pricing.domain.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.RandomCatalog;
import dev.emplace.pricing.domain.WorkNeverEndsException;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.catalog.PublishedOffers;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping early answers what quoting every matching offer and sorting answers. */
class CheapestQuotesPropertyTest {

    private static final int LIMIT = 6;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void cheapestQuotesAreThoseOfAllQuotes(long seed) {
        var random = new Random(seed);
        var catalog = new RandomCatalog(seed, 3, 15);
        var offers = catalog.offers(250);
        var snapshot = new CatalogSnapshot(AliasTable.of(Map.of()), new PublishedOffers(1, offers));
        for (int i = 0; i < 60; i++) {
            var usage = usage(random);
            var quoting = new Quoting(Sites.of(conditions(random)));
            var requirement = catalog.requirement();
            assertThat(totals(CheapestQuotes.of(snapshot, quoting, requirement, usage, LIMIT)))
                    .as("%s for %s", requirement, usage)
                    .isEqualTo(totals(all(offers, quoting, requirement, usage)));
        }
    }

    private static List<Quote> all(List<Offer> offers, Quoting quoting, Requirement requirement, Usage usage) {
        return offers.stream()
                .filter(offer -> offer.pricePerAcceleratorHour()
                        .filter(price -> price.currency().equals("USD"))
                        .isPresent())
                .filter(requirement::admits)
                .flatMap(offer -> quote(quoting, offer, usage).stream())
                .sorted(Comparator.comparing(Quote::total)
                        .thenComparing(quote -> quote.offer().id()))
                .limit(LIMIT)
                .toList();
    }

    private static Optional<Quote> quote(Quoting quoting, Offer offer, Usage usage) {
        try {
            return Optional.of(quoting.quote(offer, usage));
        } catch (WorkNeverEndsException tooOften) {
            return Optional.empty();
        }
    }

    private static List<String> totals(List<Quote> quotes) {
        return quotes.stream()
                .map(quote -> quote.offer().id() + " " + quote.total())
                .toList();
    }

    private static Usage usage(Random random) {
        return new Usage(
                1 + random.nextInt(30),
                Duration.ofMinutes(1 + random.nextInt(100_000)),
                BigDecimal.valueOf(1 + random.nextInt(100), 2),
                random.nextBoolean()
                        ? EgressVolume.NONE
                        : new EgressVolume(random.nextLong(1L << 44), random.nextLong(1L << 44)),
                terms(random));
    }

    private static Terms terms(Random random) {
        var interruptions = new Interruptions(
                BigDecimal.valueOf(1 + random.nextInt(2000), 4),
                random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(new Interruptions.Checkpoints(Optional.empty(), Duration.ofSeconds(90))),
                Duration.ofMinutes(5),
                Duration.ZERO);
        return new Terms(
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of(interruptions) : Optional.empty(),
                Billing.EXACT,
                StoredData.NONE,
                List.of(),
                Throughput.NONE,
                CommitmentUse.FULL);
    }

    private static List<SiteConditions> conditions(Random random) {
        return List.of(new SiteConditions(
                "site-" + random.nextInt(3),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(random.nextInt(2000))),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(random.nextInt(300), 3))));
    }
}
