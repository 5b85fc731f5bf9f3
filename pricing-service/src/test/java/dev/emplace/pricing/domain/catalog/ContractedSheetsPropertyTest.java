package dev.emplace.pricing.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.RandomCatalog;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.search.OfferIndex;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sees some sheets sees a catalog of these and of what is public, and nothing of any other sheet. */
class ContractedSheetsPropertyTest {

    private static final AliasTable ACCELERATORS = AliasTable.of(Map.of());
    private static final List<String> SHEETS = List.of("sheet-1", "sheet-2", "sheet-3");
    private static final List<Set<String>> AUDIENCES = List.of(
            Set.of(),
            Set.of("sheet-1"),
            Set.of("sheet-2", "sheet-3"),
            Set.of("sheet-1", "sheet-2", "sheet-3"),
            Set.of("no-sheet"));

    @ParameterizedTest(name = "seed {0}, {1} changes at a time")
    @CsvSource({"1, 3", "2, 9", "3, 40", "4, 300"})
    void eachAudienceSeesACatalogOfItsSheetsAlone(long seed, int most) {
        var random = new Random(seed);
        var catalog = new RandomCatalog(seed, 4, 15);
        var believed = new TreeMap<String, Offer>();
        for (var offer : catalog.offers(400)) {
            var named = named(ofSomeSource(offer.id(), random), offer);
            believed.put(named.id(), named);
        }
        var ids = new ArrayList<>(believed.keySet());
        var laidOver = new CatalogSnapshot(ACCELERATORS, new PublishedOffers(1, List.copyOf(believed.values())));
        for (int revision = 2; revision < 14; revision++) {
            laidOver = laidOver.with(changes(revision, most, random, catalog, ids, believed));
            if (revision == 9) {
                laidOver = laidOver.rebased();
            }
            for (var audience : AUDIENCES) {
                if (random.nextBoolean()) {
                    assertThat(laidOver.including(audience).sizeAtMost())
                            .as("as many as all audiences see together")
                            .isBetween(believed.size(), 2 * believed.size());
                    assertShows(
                            laidOver.including(audience),
                            seen(believed, audience),
                            random.nextBoolean() ? catalog.requirement() : Requirement.ANY,
                            ids.get(random.nextInt(ids.size())));
                }
            }
        }
    }

    /** All that the audience may see, by id. */
    private static NavigableMap<String, Offer> seen(Map<String, Offer> believed, Set<String> audience) {
        var seen = new TreeMap<String, Offer>();
        believed.forEach((id, offer) -> {
            if (!offer.isContracted()
                    || audience.contains(OfferNames.sourceOf(id).orElseThrow())) {
                seen.put(id, offer);
            }
        });
        return seen;
    }

    private static BookChanges changes(
            long revision,
            int most,
            Random random,
            RandomCatalog catalog,
            List<String> ids,
            Map<String, Offer> believed) {
        var standing = new ArrayList<StandingOffer>();
        var gone = new HashSet<String>();
        for (var fresh : catalog.offers(1 + random.nextInt(most))) {
            var id = ofSomeSource(random.nextInt(3) == 0 ? fresh.id() : ids.get(random.nextInt(ids.size())), random);
            if (random.nextInt(3) == 0) {
                gone.add(id);
            } else {
                standing.add(new StandingOffer(named(id, fresh), "feed"));
            }
        }
        standing.removeIf(each -> gone.contains(each.offer().id()));
        gone.forEach(believed::remove);
        standing.forEach(each -> believed.put(each.offer().id(), each.offer()));
        return new BookChanges(new BookMark(revision, Instant.EPOCH, 0, Map.of()), standing, gone);
    }

    /** Public sources and sheets, which price the same things. */
    private static String ofSomeSource(String id, Random random) {
        var thing = OfferNames.thingOf(id);
        int source = random.nextInt(5);
        return source == 0
                ? thing
                : source == 1 ? OfferNames.id(thing, "source") : OfferNames.id(thing, SHEETS.get(source - 2));
    }

    private static void assertShows(
            CatalogSnapshot catalog, NavigableMap<String, Offer> seen, Requirement requirement, String id) {
        assertThat(catalog.size()).isEqualTo(seen.size());
        assertThat(catalog.offer(id)).isEqualTo(Optional.ofNullable(seen.get(id)));
        assertThat(catalog.offers()).containsExactlyInAnyOrderElementsOf(seen.values());
        assertThat(catalog.list(requirement, Optional.of(id), 20))
                .isEqualTo(seen.tailMap(id, false).values().stream()
                        .filter(requirement::admits)
                        .limit(20)
                        .toList());
        var whole = drained(OfferIndex.of(seen.values()).rank(requirement, Optional.empty()));
        assertThat(drained(catalog.rank(requirement, Optional.empty()))).isEqualTo(whole);
        assertThat(inPages(catalog, requirement)).isEqualTo(whole);
    }

    private static List<Offer> inPages(CatalogSnapshot catalog, Requirement requirement) {
        var all = new ArrayList<Offer>();
        var ranking = catalog.rank(requirement, Optional.empty());
        while (ranking.hasNext()) {
            for (int i = 0; i < 7 && ranking.hasNext(); i++) {
                all.add(ranking.next());
            }
            ranking = catalog.rank(requirement, Optional.of(ranking.position()));
        }
        return all;
    }

    private static List<Offer> drained(Ranking ranking) {
        var all = new ArrayList<Offer>();
        ranking.forEachRemaining(all::add);
        return all;
    }

    private static Offer named(String id, Offer like) {
        boolean contracted = OfferNames.sourceOf(id).filter(SHEETS::contains).isPresent();
        return new Offer(
                id,
                like.region(),
                like.zone(),
                like.instance(),
                like.model(),
                like.commitment(),
                like.minimumInstances(),
                like.price(),
                contracted ? PriceBasis.CONTRACTED : like.basis(),
                like.source(),
                like.ownership());
    }
}
