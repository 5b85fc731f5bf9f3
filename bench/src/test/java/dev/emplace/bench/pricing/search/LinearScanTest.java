package dev.emplace.bench.pricing.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.bench.pricing.SyntheticCatalog;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.OfferIndex;
import dev.emplace.pricing.domain.search.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinearScanTest {

    @Test
    void scanAndIndexAnswerTheSame() {
        SyntheticCatalog catalog = new SyntheticCatalog(7);
        List<Offer> offers = catalog.offers(5_000);
        OfferIndex index = OfferIndex.of(offers);
        LinearScan scan = new LinearScan(offers);

        assertThat(catalog.requirements(300))
                .allSatisfy(requirement -> assertThat(scan.cheapest(requirement, 10))
                        .isEqualTo(firstTen(index.rank(requirement, Optional.empty()))));
    }

    @Test
    void mostRequirementsFindSomethingAndNotEverything() {
        SyntheticCatalog catalog = new SyntheticCatalog(7);
        LinearScan scan = new LinearScan(catalog.offers(5_000));

        assertThat(catalog.requirements(300))
                .filteredOn(requirement -> !scan.cheapest(requirement, 10).isEmpty())
                .hasSizeBetween(150, 299);
    }

    private static List<Offer> firstTen(Ranking ranking) {
        List<Offer> found = new ArrayList<>();
        while (found.size() < 10 && ranking.hasNext()) {
            found.add(ranking.next());
        }
        return found;
    }
}
