package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.catalog.Vantage;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random stories of a feed, against a model in memory: each publication says of each offer what holds from its first
 * statement on, and from now on at the latest: where none of its statements holds, there is no such offer.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BitemporalModelTest {

    private static final String FEED = "model";
    private static final int PUBLICATIONS = 14;

    /** In days from now, on neither side of which a test may pass while it runs. */
    private static final int REACH = 12;

    private final PriceBook book;
    private final PriceHistory history;
    private final BundledCatalog bundled;

    @Inject
    BitemporalModelTest(PriceBook book, PriceHistory history, BundledCatalog bundled) {
        this.book = book;
        this.history = history;
        this.bundled = bundled;
    }

    @AfterEach
    void withdrawAll() {
        book.publish(
                new PriceFeed(FEED, 0, "nothing " + Instant.EPOCH, Optional.empty()),
                List.<Statement>of().iterator());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatWasBelievedAtAnyRevisionOfAnyTimeIsWhatTheModelSays(long seed) {
        var random = new Random(seed);
        // Half a day beside the hour of now, so that no boundary passes meanwhile.
        var now = history.vantage(Optional.empty(), Optional.empty()).effective();
        var noon = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(12));
        var ids = List.of("model.one." + seed, "model.two." + seed, "model.three." + seed);
        var model = new Model(ids);
        var beliefs = new HashMap<Long, Model>();
        for (int i = 0; i < PUBLICATIONS; i++) {
            var said = statements(random, ids);
            var digest = seed + "." + i;
            var statements =
                    said.stream().map(each -> each.statement(noon, like())).iterator();
            long revision = book.publish(new PriceFeed(FEED, 0, digest, Optional.empty()), statements)
                    .revision();
            model.publish(said);
            beliefs.put(revision, model.copy());

            var again = book.publish(
                    new PriceFeed(FEED, 0, digest + " again", Optional.empty()),
                    said.stream().map(each -> each.statement(noon, like())).iterator());
            assertThat(again.changes()).as("the same again").isZero();
        }
        beliefs.forEach((revision, believed) -> assertBelieved(revision, believed, noon));
    }

    private Offer like() {
        return bundled.offers().get(0);
    }

    private void assertBelieved(long revision, Model believed, Instant noon) {
        for (var id : believed.ids()) {
            for (int day = -REACH; day <= REACH; day++) {
                var instant = noon.plus(Duration.ofDays(day));
                var price = history.offer(id, new Vantage(revision, instant)).flatMap(Offer::hourlyPrice);
                assertThat(price)
                        .as("%s, %s days from now, as of revision %s", id, day, revision)
                        .isEqualTo(believed.price(id, day));
            }
        }
    }

    /** A price of an offer between two days from now; an end of {@code REACH} or more is none. */
    private record Said(String id, int from, int until, Money price) {

        Statement statement(Instant noon, Offer like) {
            var offer = new Offer(
                    id,
                    like.region(),
                    like.zone(),
                    like.instance(),
                    like.model(),
                    like.commitment(),
                    like.minimumInstances(),
                    new Price.Hourly(price),
                    like.basis(),
                    like.source(),
                    like.ownership());
            var end = until >= REACH ? Optional.<Instant>empty() : Optional.of(noon.plus(Duration.ofDays(until)));
            return new Statement(offer, noon.plus(Duration.ofDays(from)), end);
        }
    }

    private static List<Said> statements(Random random, List<String> ids) {
        var all = new ArrayList<Said>();
        for (var id : ids) {
            int day = -REACH + random.nextInt(REACH + 4);
            for (int i = random.nextInt(4); i > 0 && day < REACH - 1; i--) {
                int until = day + 1 + random.nextInt(REACH);
                all.add(new Said(id, day, until, Money.usd(Integer.toString(1 + random.nextInt(3)))));
                day = until + random.nextInt(3);
            }
        }
        return all;
    }

    /** What is believed of each offer, day by day; day 0 is half a day from now, so that now lies before it. */
    private static final class Model {

        private final Map<String, Map<Integer, Money>> prices = new HashMap<>();

        Model(Collection<String> ids) {
            ids.forEach(id -> prices.put(id, new HashMap<>()));
        }

        void publish(List<Said> said) {
            prices.forEach((id, days) -> {
                var theirs = said.stream().filter(each -> each.id().equals(id)).toList();
                int first =
                        Math.min(0, theirs.stream().mapToInt(Said::from).min().orElse(0));
                days.keySet().removeIf(day -> day >= first);
                for (var each : theirs) {
                    int end = each.until() >= REACH ? REACH + 1 : each.until();
                    for (int day = each.from(); day < end; day++) {
                        days.put(day, each.price());
                    }
                }
            });
        }

        Optional<Money> price(String id, int day) {
            return Optional.ofNullable(prices.get(id)).map(days -> days.get(day));
        }

        Collection<String> ids() {
            return prices.keySet();
        }

        Model copy() {
            var copy = new Model(prices.keySet());
            prices.forEach((id, days) -> copy.prices.put(id, new HashMap<>(days)));
            return copy;
        }
    }
}
