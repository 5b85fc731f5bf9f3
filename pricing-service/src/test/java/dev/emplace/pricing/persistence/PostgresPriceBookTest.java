package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.OfferOfAnotherFeedException;
import dev.emplace.pricing.domain.catalog.OverlappingStatementsException;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.places.Region;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PostgresPriceBookTest {

    private static final String FEED = "of this test";

    /** Ten times the bytes of what ships. */
    private static final int MANY = 20_000;

    private final PriceBook book;
    private final LiveCatalog live;
    private final BundledCatalog bundled;
    private final PriceHistory history;
    private final EntityManager database;

    @Inject
    PostgresPriceBookTest(
            PriceBook book, LiveCatalog live, BundledCatalog bundled, PriceHistory history, EntityManager database) {
        this.book = book;
        this.history = history;
        this.live = live;
        this.bundled = bundled;
        this.database = database;
    }

    @AfterEach
    void withdrawWhatTheTestPublished() {
        publishNothing();
    }

    @Test
    void whatIsReadIsWhatWasPublished() {
        assertThat(book.read().offers()).containsExactlyInAnyOrderElementsOf(bundled.offers());
    }

    @Test
    void publishingTheSameAgainChangesNothing() {
        long before = book.revision();
        var again = book.publish(bundled.feed(), neverRead());
        assertThat(again).isEqualTo(Publication.ofNothing(before));
        assertThat(book.revision()).isEqualTo(before);
    }

    @Test
    void eachPublicationRaisesTheRevisionByOne() {
        long before = book.revision();
        assertThat(publish("a", offer("one", "2"))).isEqualTo(before + 1);
        assertThat(publish("b", offer("one", "2"), offer("two", "3"))).isEqualTo(before + 2);
    }

    @Test
    void anotherDigestOfTheSameOffersAddsNoVersion() {
        publish("a", offer("one", "2"));
        publish("b", offer("one", "2"));
        assertThat(versions("one")).hasSize(1);
    }

    @Test
    void aNewPriceIsAddedAndTheOldOneStays() {
        publish("a", offer("history", "2"));
        publish("b", offer("history", "2.5"));
        assertThat(standing("history")).extracting(Offer::hourlyPrice).containsExactly(Optional.of(Money.usd("2.5")));
        assertThat(versions("history")).hasSize(2);
    }

    @Test
    void aFeedThatIsLargeBesideAllThatIsKnownIsComparedWithItAlike() {
        publish("a", offer("same", "2"), offer("changed", "2"));
        publish("b", offer("same", "2"), offer("changed", "3"), offer("gone", "2"));
        long before = book.revision();
        var large = Stream.concat(
                        Stream.of(offer("same", "2"), offer("changed", "4")),
                        IntStream.range(0, MANY).mapToObj(number -> offer("many-" + number, "2")))
                .map(Statement::of);

        assertThat(book.publish(new PriceFeed(FEED, 9, "large", Optional.empty()), large.iterator()))
                .isEqualTo(new Publication(before + 1, MANY, 1, 1));
        assertThat(versions("same")).hasSize(1);
        assertThat(versions("changed")).hasSize(3);
    }

    @Test
    void anOfferThatItsFeedNoLongerNamesIsWithdrawnAndRemembered() {
        publish("a", offer("fleeting", "2"));
        publishNothing();
        assertThat(standing("fleeting")).isEmpty();
        assertThat(versions("fleeting")).hasSize(2);
    }

    @Test
    void whatWasBelievedAtAnEarlierRevisionCanBeReadBack() {
        long first = publish("a", offer("believed", "2"));
        publish("b", offer("believed", "2.5"));
        var believed = database.createQuery(
                        "select v.offer.pricePerHour from OfferVersionRow v where v.offerId = :id and v.revision <= :revision"
                                + " order by v.revision desc",
                        BigDecimal.class)
                .setParameter("id", id("believed"))
                .setParameter("revision", first)
                .getResultList();
        assertThat(believed).hasSize(1);
        assertThat(believed.get(0)).isEqualByComparingTo("2");
    }

    @Test
    void aPriceThatIsNotDueYetIsHidden() {
        var offer = offer("future", "2");
        publish("a", observed(offer, LocalDate.of(2999, 1, 1)));
        assertThat(standing("future")).isEmpty();
    }

    @Test
    void anOfferInARegionThatThisReleaseDoesNotKnowIsLeftOut() {
        var like = offer("unknown", "2");
        var region = Samples.region(like.region().provider(), "moon-1", "US", Optional.empty());
        publish("a", in(region, like), offer("known", "2"));
        assertThat(standing("unknown")).isEmpty();
        assertThat(standing("known")).hasSize(1);
        assertThat(versions("unknown")).hasSize(1);
    }

    @Test
    void anOlderEditionDoesNotUndoANewerOne() {
        long before = publish("a", offer("edition", "2"));
        assertThat(book.publish(new PriceFeed(FEED, 8, "older", Optional.empty()), neverRead())
                        .revision())
                .isEqualTo(before);
        assertThat(standing("edition")).hasSize(1);
    }

    @Test
    void oneFeedLeavesTheOffersOfOthersAlone() {
        publish("a", offer("mine", "2"));
        publishNothing();
        assertThat(book.read().offers()).containsAll(bundled.offers());
    }

    @Test
    void publicationsAtTheSameTimeTakeTurns() throws Exception {
        long before = book.revision();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var publications = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 16; i++) {
                var price = Integer.toString(i + 1);
                publications.add(() -> publish("contested", offer("contested", price)));
            }
            var revisions = new ArrayList<Long>();
            for (var publication : threads.invokeAll(publications)) {
                revisions.add(publication.get());
            }
            assertThat(revisions)
                    .doesNotHaveDuplicates()
                    .allMatch(revision -> revision > before && revision <= before + 16);
            assertThat(book.revision()).isEqualTo(before + 16);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPublicationIsSeenBySearchesSoonAfter() {
        long revision = publish("a", offer("visible", "2"));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> live.revision() >= revision);
        assertThat(live.snapshot().offer(id("visible"))).isPresent();
    }

    @Test
    void pricesBeginAndEndWhenTheyAreDue() {
        var now = history.vantage(Optional.empty(), Optional.empty()).effective();
        var begins = new Statement(offer("begins", "2"), now.plusSeconds(2), Optional.empty());
        var ends = new Statement(offer("ends", "2"), now.minusSeconds(60), Optional.of(now.plusSeconds(2)));
        var revision = publish("due", begins, ends);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> live.revision() >= revision);
        assertThat(live.snapshot().offer(id("begins"))).isEmpty();
        assertThat(live.snapshot().offer(id("ends"))).isPresent();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> live.snapshot().offer(id("begins")).isPresent()
                        && live.snapshot().offer(id("ends")).isEmpty());
        assertThat(live.revision()).as("that takes no publication").isEqualTo(revision);
    }

    @Test
    void readingTheSameAgainMakesPricesYoungerAndAddsNoVersion() {
        var read = Instant.parse("2026-11-20T10:00:00Z");
        var feed = new PriceFeed(FEED, 9, "read", Optional.of(read));
        var first = book.publish(feed, statements(offer("aging", "2")));
        for (int day = 1; day <= 2; day++) {
            var later = read.plus(Duration.ofDays(day));
            var again = day == 1
                    ? book.publish(new PriceFeed(FEED, 9, "read", Optional.of(later)), neverRead())
                    : book.publish(
                            new PriceFeed(FEED, 9, "read otherwise", Optional.of(later)),
                            statements(offer("aging", "2").seen(LocalDate.of(2026, 11, 22))));
            assertThat(again.changes()).isZero();
            assertThat(again.revision()).isEqualTo(first.revision());
            var expected = LocalDate.ofInstant(later, ZoneOffset.UTC);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> live.snapshot()
                            .offer(id("aging"))
                            .filter(offer -> offer.source().observed().equals(expected))
                            .isPresent());
        }
        assertThat(versions("aging")).hasSize(1);
    }

    @Test
    void aFeedMayNotSayTwoThingsOfOneTime() {
        long before = book.revision();
        var day = Instant.parse("2026-11-20T00:00:00Z");
        var one = new Statement(offer("twice", "2"), day, Optional.of(day.plusSeconds(7200)));
        var other = new Statement(offer("twice", "3"), day.plusSeconds(3600), Optional.empty());

        assertThatThrownBy(() -> publish("overlap", one, other))
                .isInstanceOf(OverlappingStatementsException.class)
                .hasMessageContaining("test.twice");
        assertThat(book.revision()).isEqualTo(before);
    }

    @Test
    void anOfferBelongsToTheFeedThatPublishedItUntilThatWithdrawsIt() {
        publish("mine", offer("owned", "2"));
        var other = new PriceFeed("another feed of this test", 0, "theirs", Optional.empty());

        assertThatThrownBy(() -> book.publish(other, statements(offer("owned", "3"))))
                .isInstanceOf(OfferOfAnotherFeedException.class)
                .hasMessageContaining(FEED);
        publishNothing();
        assertThat(book.publish(other, statements(offer("owned", "3"))).added()).isEqualTo(1);
        book.publish(new PriceFeed(other.name(), 0, "nothing", Optional.empty()), Collections.emptyIterator());
        assertThat(standing("owned")).isEmpty();
    }

    @Test
    void aFeedThatBreaksWhileItIsReadChangesNothing() {
        publish("whole", offer("kept", "2"));
        long before = book.revision();
        var feed = new PriceFeed(FEED, 9, "broken", Optional.empty());
        var broken = Stream.concat(Stream.of(Statement.of(offer("new", "2"))), Stream.<Statement>generate(() -> {
            throw new IllegalStateException("the file ends here");
        }));

        assertThatThrownBy(() -> book.publish(feed, broken.iterator())).hasMessage("the file ends here");
        assertThat(book.revision()).isEqualTo(before);
        assertThat(standing("kept")).hasSize(1);
        assertThat(standing("new")).isEmpty();
    }

    @Test
    void textsSurviveTheCopyAsTheyAre() {
        var note = "tab\t, line\nfeed, return\r, back\\slash, \\N, and \u00fc\u4e16";
        var like = offer("texts", "2");
        var offer = new Offer(
                like.id(),
                like.region(),
                Optional.of("\\."),
                like.instance(),
                like.model(),
                like.commitment(),
                1,
                new Price.Absent(AbsenceReason.SOLD_OUT, note),
                like.basis(),
                like.source(),
                Optional.empty());
        publish("texts", offer);
        assertThat(standing("texts")).containsExactly(offer);
    }

    private long publish(String digest, Statement... statements) {
        return book.publish(
                        new PriceFeed(FEED, 9, digest + List.of(statements), Optional.empty()),
                        Stream.of(statements).iterator())
                .revision();
    }

    private void publishNothing() {
        publish("nothing", new Statement[0]);
    }

    private static Iterator<Statement> statements(Offer... offers) {
        return Stream.of(offers).map(Statement::of).iterator();
    }

    private long publish(String digest, Offer... offers) {
        var feed = new PriceFeed(FEED, 9, digest + List.of(offers), Optional.empty());
        return book.publish(feed, Stream.of(offers).map(Statement::of).iterator())
                .revision();
    }

    private static Iterator<Statement> neverRead() {
        return Stream.<Statement>generate(() -> {
                    throw new AssertionError("what changes nothing is not read");
                })
                .iterator();
    }

    private List<Offer> standing(String name) {
        return book.read().offers().stream()
                .filter(offer -> offer.id().equals(id(name)))
                .toList();
    }

    private List<Long> versions(String name) {
        return database.createQuery("select v.id from OfferVersionRow v where v.offerId = :id", Long.class)
                .setParameter("id", id(name))
                .getResultList();
    }

    private static String id(String name) {
        return "test." + name;
    }

    private Offer offer(String name, String perHour) {
        var like = bundled.offers().get(0);
        return new Offer(
                id(name),
                like.region(),
                like.zone(),
                like.instance(),
                like.model(),
                like.commitment(),
                1,
                new Price.Hourly(Money.usd(perHour)),
                like.basis(),
                like.source(),
                like.ownership());
    }

    private static Offer in(Region region, Offer offer) {
        return new Offer(
                offer.id(),
                region,
                offer.zone(),
                offer.instance(),
                offer.model(),
                offer.commitment(),
                offer.minimumInstances(),
                offer.price(),
                offer.basis(),
                offer.source(),
                offer.ownership());
    }

    private static Offer observed(Offer offer, LocalDate day) {
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
                new Source(offer.source().document(), day),
                offer.ownership());
    }
}
