package dev.emplace.pricing.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.RandomCatalog;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A snapshot with changes laid over it answers what one that is read afresh answers. */
class CatalogSnapshotPropertyTest {

    private static final AliasTable ACCELERATORS = AliasTable.of(Map.of());

    /** Few changes each time, that stay over the base; and so many that they become a new one. */
    @ParameterizedTest(name = "seed {0}, {1} changes at a time")
    @CsvSource({"1, 3", "2, 9", "3, 40", "4, 300"})
    void changesLaidOverASnapshotAreAsGoodAsOneReadAfresh(long seed, int most) {
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

            var afresh =
                    new CatalogSnapshot(ACCELERATORS, new PublishedOffers(revision, List.copyOf(believed.values())));
            assertSame(laidOver, afresh, catalog.requirement(), ids.get(random.nextInt(ids.size())));
            assertSame(laidOver, afresh, Requirement.ANY, ids.get(random.nextInt(ids.size())));
        }
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

    /** Things of several sources, of which one counts. */
    private static String ofSomeSource(String id, Random random) {
        var thing = OfferNames.thingOf(id);
        int source = random.nextInt(3);
        return source == 0 ? thing : OfferNames.id(thing, "source-" + source);
    }

    private static void assertSame(CatalogSnapshot one, CatalogSnapshot other, Requirement requirement, String id) {
        assertThat(one.revision()).isEqualTo(other.revision());
        assertThat(one.size()).isEqualTo(other.size());
        assertThat(one.offer(id)).isEqualTo(other.offer(id));
        assertThat(one.offers()).containsExactlyInAnyOrderElementsOf(other.offers());
        assertThat(one.list(requirement, Optional.of(id), 20)).isEqualTo(other.list(requirement, Optional.of(id), 20));
        var whole = drained(other.rank(requirement, Optional.empty()));
        assertThat(drained(one.rank(requirement, Optional.empty()))).isEqualTo(whole);
        assertThat(inPages(one, requirement)).isEqualTo(whole);
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
        return new Offer(
                id,
                like.region(),
                like.zone(),
                like.instance(),
                like.model(),
                like.commitment(),
                like.minimumInstances(),
                like.price(),
                like.basis(),
                like.source(),
                like.ownership());
    }
}
