package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.money.Money;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PostgresPriceBookTest {

    private static final String FEED = "of this test";

    private final PriceBook book;
    private final LiveCatalog live;
    private final BundledCatalog bundled;
    private final EntityManager database;

    @Inject
    PostgresPriceBookTest(PriceBook book, LiveCatalog live, BundledCatalog bundled, EntityManager database) {
        this.book = book;
        this.live = live;
        this.bundled = bundled;
        this.database = database;
    }

    @AfterEach
    void withdrawWhatTheTestPublished() {
        publish("nothing");
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
    void anOfferThatItsFeedNoLongerNamesIsWithdrawnAndRemembered() {
        publish("a", offer("fleeting", "2"));
        publish("b");
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
        publish("b");
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
