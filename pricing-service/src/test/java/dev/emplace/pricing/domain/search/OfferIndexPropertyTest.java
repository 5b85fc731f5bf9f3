package dev.emplace.pricing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.RandomCatalog;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index answers what a filter and a sort over all offers answer. */
class OfferIndexPropertyTest {

    private static final int REQUIREMENTS = 400;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void indexAgreesWithLinearFilterAndSort(long seed) {
        var catalog = new RandomCatalog(seed, 5, 25);
        var offers = catalog.offers(700);
        var index = OfferIndex.of(offers);
        int matches = 0;
        for (int i = 0; i < REQUIREMENTS; i++) {
            var requirement = catalog.requirement();
            var expected = linear(offers, requirement);
            assertThat(drain(index.rank(requirement, Optional.empty())))
                    .as("%s", requirement)
                    .isEqualTo(expected);
            matches += expected.size();
        }
        assertThat(matches).as("the requirements match something at all").isGreaterThan(REQUIREMENTS);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void pagesJoinToTheWholeRanking(long seed) {
        var catalog = new RandomCatalog(seed, 4, 20);
        var index = OfferIndex.of(catalog.offers(500));
        for (int i = 0; i < REQUIREMENTS / 4; i++) {
            var requirement = catalog.requirement();
            assertThat(drainInPages(index, requirement, 7)).isEqualTo(drain(index.rank(requirement, Optional.empty())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void aPositionHoldsInALaterCatalogThatLacksItsOffer(long seed) {
        var catalog = new RandomCatalog(seed, 3, 10);
        var offers = catalog.offers(300);
        var ranking = OfferIndex.of(offers).rank(Requirement.ANY, Optional.empty());
        var seen = new ArrayList<Offer>();
        for (int i = 0; i < 40; i++) {
            seen.add(ranking.next());
        }
        var later = new ArrayList<>(offers);
        later.remove(seen.get(39));
        var rest = drain(OfferIndex.of(later).rank(Requirement.ANY, Optional.of(ranking.position())));
        seen.addAll(rest);
        assertThat(seen).isEqualTo(linear(offers, Requirement.ANY));
    }

    private static List<Offer> drainInPages(OfferIndex index, Requirement requirement, int size) {
        var all = new ArrayList<Offer>();
        Optional<RankedPosition> after = Optional.empty();
        while (true) {
            var ranking = index.rank(requirement, after);
            for (int i = 0; i < size && ranking.hasNext(); i++) {
                all.add(ranking.next());
            }
            if (!ranking.hasNext()) {
                return all;
            }
            after = RankedPosition.decoded(ranking.position().encoded());
            assertThat(after).contains(ranking.position());
        }
    }

    private static List<Offer> drain(Ranking ranking) {
        var all = new ArrayList<Offer>();
        ranking.forEachRemaining(all::add);
        return all;
    }

    private static List<Offer> linear(List<Offer> offers, Requirement requirement) {
        return offers.stream()
                .filter(offer -> offer.pricePerAcceleratorHour()
                        .filter(price -> price.currency().equals("USD"))
                        .isPresent())
                .filter(requirement::admits)
                .sorted(Comparator.comparing((Offer offer) -> rank(offer, requirement.acceleratorCount()))
                        .thenComparing(offer -> offer.hourlyPrice().orElseThrow())
                        .thenComparing(Offer::id))
                .toList();
    }

    /** What so many accelerators cost an hour in whole machines; without a number, what one costs. */
    private static Money rank(Offer offer, int accelerators) {
        if (accelerators == 0) {
            return offer.pricePerAcceleratorHour().orElseThrow();
        }
        var machines = BigDecimal.valueOf(accelerators)
                .divide(offer.instance().acceleratorCount(), 0, RoundingMode.CEILING)
                .max(BigDecimal.valueOf(offer.minimumInstances()));
        return Money.rounded("USD", offer.hourlyPrice().orElseThrow().amount().multiply(machines));
    }
}
