package dev.emplace.pricing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.RandomCatalog;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A search must not scan: its time stays far below that of a filter and sort over the same offers. */
class OfferIndexSpeedTest {

    private static final int OFFERS = 20_000;
    private static final int PAGE = 10;

    /** Far below what is measured (see the bench module once it is there), so that a busy machine does not fail it. */
    private static final int AT_LEAST = 20;

    @Test
    void searchIsFarFasterThanAScan() {
        var catalog = new RandomCatalog(7, 40, 120);
        var offers = catalog.offers(OFFERS);
        var index = OfferIndex.of(offers);
        var requirements = new ArrayList<Requirement>();
        for (int i = 0; i < 10; i++) {
            requirements.add(catalog.requirement());
        }
        for (int warm = 0; warm < 200; warm++) {
            requirements.forEach(requirement -> page(index, requirement));
        }
        requirements.forEach(requirement -> scan(offers, requirement));

        long searching = fastest(() -> requirements.forEach(requirement -> page(index, requirement)));
        long scanning = fastest(() -> requirements.forEach(requirement -> scan(offers, requirement)));

        assertThat(scanning / Math.max(1, searching)).isGreaterThanOrEqualTo(AT_LEAST);
    }

    private static long fastest(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 2; run++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static List<Offer> page(OfferIndex index, Requirement requirement) {
        var ranking = index.rank(requirement, Optional.empty());
        var page = new ArrayList<Offer>(PAGE);
        while (page.size() < PAGE && ranking.hasNext()) {
            page.add(ranking.next());
        }
        return page;
    }

    private static List<Offer> scan(List<Offer> offers, Requirement requirement) {
        return offers.stream()
                .filter(PriceList::rankable)
                .filter(requirement::admits)
                .sorted(Comparator.comparing(
                        offer -> offer.pricePerAcceleratorHour().orElseThrow()))
                .limit(PAGE)
                .toList();
    }
}
