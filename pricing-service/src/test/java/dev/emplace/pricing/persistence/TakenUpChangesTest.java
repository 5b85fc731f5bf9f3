package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.catalog.BookMark;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.StandingOffer;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a replica knows at one mark, with what changed until another one, is what holds there. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TakenUpChangesTest {

    private static final String FEED = "taken-up";
    private static final int OFFERS = 12;
    private static final int PUBLICATIONS = 8;
    private static final int DAYS = 10;

    private final PriceBook book;
    private final PriceHistory history;
    private final BundledCatalog bundled;
    private final StandingRows standing;

    @Inject
    TakenUpChangesTest(PriceBook book, PriceHistory history, BundledCatalog bundled, StandingRows standing) {
        this.book = book;
        this.history = history;
        this.bundled = bundled;
        this.standing = standing;
    }

    @AfterEach
    void withdrawAll() {
        publish("nothing", List.of());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void changesBetweenTwoMarksLeadFromTheOneToTheOther(long seed) {
        var random = new Random(seed);
        var marks = new ArrayList<BookMark>();
        for (int i = 0; i < PUBLICATIONS; i++) {
            long revision = publish(seed + "." + i, statements(seed, random));
            var published = history.vantage(Optional.empty(), Optional.empty()).effective();
            // Times to come: what was said by then begins and ends meanwhile.
            marks.add(mark(revision, published));
            marks.add(mark(revision, published.plus(Duration.ofDays(random.nextInt(DAYS)))));
        }

        for (var before : marks) {
            for (var after : marks) {
                if (before.revision() <= after.revision() && !before.time().isAfter(after.time())) {
                    assertThat(takenUp(before, after))
                            .as("from %s to %s", before, after)
                            .containsExactlyEntriesOf(holding(after));
                }
            }
        }
    }

    private Map<String, StandingOffer> takenUp(BookMark before, BookMark after) {
        var known = holding(before);
        var changes = standing.between(before, after);
        assertThat(changes.standing())
                .noneMatch(each -> changes.gone().contains(each.offer().id()));
        changes.gone().forEach(known::remove);
        changes.standing().forEach(each -> known.put(each.offer().id(), each));
        return known;
    }

    private Map<String, StandingOffer> holding(BookMark mark) {
        var offers = new TreeMap<String, StandingOffer>();
        standing.holding(mark.revision(), mark.time())
                .forEach(each -> offers.put(each.offer().id(), each));
        return offers;
    }

    private static BookMark mark(long revision, Instant time) {
        return new BookMark(revision, time, 0, Map.of());
    }

    private long publish(String digest, List<Statement> statements) {
        return book.publish(new PriceFeed(FEED, 0, digest, Optional.empty()), statements.iterator())
                .revision();
    }

    /** Of each offer up to three prices, with and without gaps, from the past into the future; of some nothing. */
    private List<Statement> statements(long seed, Random random) {
        var statements = new ArrayList<Statement>();
        var now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(DAYS)));
        var today = history.vantage(Optional.empty(), Optional.empty()).effective();
        for (int i = 0; i < OFFERS; i++) {
            var from = random.nextBoolean() ? now : today.plus(Duration.ofHours(random.nextInt(24 * DAYS)));
            for (int price = random.nextInt(4); price > 0; price--) {
                var until = later(from, today, random);
                statements.add(new Statement(
                        priced("taken-up.offer-" + seed + "-" + i, 1 + random.nextInt(3)), from, Optional.of(until)));
                from = random.nextBoolean() ? until : until.plus(Duration.ofHours(1 + random.nextInt(24)));
            }
        }
        return statements;
    }

    private static Instant later(Instant from, Instant today, Random random) {
        var base = from.isAfter(today) ? from : today;
        return base.plus(Duration.ofMinutes(1 + random.nextInt(24 * 60 * DAYS)));
    }

    private Offer priced(String id, int dollars) {
        var like = bundled.offers().get(0);
        return new Offer(
                id,
                like.region(),
                like.zone(),
                like.instance(),
                like.model(),
                like.commitment(),
                like.minimumInstances(),
                new Price.Hourly(Money.usd(Integer.toString(dollars))),
                like.basis(),
                like.source(),
                like.ownership());
    }
}
