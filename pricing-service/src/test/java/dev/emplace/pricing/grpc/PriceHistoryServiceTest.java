package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListPriceHistoryRequest;
import dev.emplace.api.pricing.v1.PricePoint;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A price of 2 from September on; then that it had been 3 in October; then 4 from November, and none for a week of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PriceHistoryServiceTest {

    private static final String FEED = "remembered";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant GAP = Instant.parse("2026-11-08T00:00:00Z");
    private static final Instant AFTER_GAP = Instant.parse("2026-11-15T00:00:00Z");

    private static ManagedChannel channel = GrpcCalls.channel(1);
    private static CatalogServiceGrpc.CatalogServiceBlockingStub catalog = CatalogServiceGrpc.newBlockingStub(channel);

    private final PriceBook book;
    private final BundledCatalog bundled;

    /** Another one in each test, of which nothing is known before. */
    private final String id = "remembered.offer" + COUNT.incrementAndGet();

    private final String name = "offers/" + id;

    @Inject
    PriceHistoryServiceTest(PriceBook book, BundledCatalog bundled) {
        this.book = book;
        this.bundled = bundled;
    }

    @BeforeAll
    static void connect() {
        channel.shutdownNow();
        channel = GrpcCalls.channel();
        catalog = CatalogServiceGrpc.newBlockingStub(channel);
    }

    @AfterAll
    static void disconnect() {
        channel.shutdownNow();
    }

    @AfterEach
    void withdraw() {
        publish("nothing");
    }

    @Test
    void whatWasBelievedAtOneTimeOfAnotherIsOneCall() {
        var first = known(publish("first", from(SEPTEMBER, "2")));
        var corrected = known(publish("corrected", between(SEPTEMBER, OCTOBER, "2"), from(OCTOBER, "3")));
        var last = known(
                publish("last", between(OCTOBER, NOVEMBER, "3"), between(NOVEMBER, GAP, "4"), from(AFTER_GAP, "4")));

        assertThat(price(first, SEPTEMBER)).isEqualTo("2");
        assertThat(price(first, OCTOBER)).isEqualTo("2");
        assertThat(price(corrected, OCTOBER.minusNanos(1000))).isEqualTo("2");
        assertThat(price(corrected, OCTOBER)).isEqualTo("3");
        assertThat(price(corrected, GAP)).isEqualTo("3");
        assertThat(price(last, NOVEMBER.minusNanos(1000))).isEqualTo("3");
        assertThat(price(last, NOVEMBER)).isEqualTo("4");
        assertThat(price(last, AFTER_GAP)).isEqualTo("4");
        for (var nothing : List.of(SEPTEMBER.minusNanos(1000), GAP, AFTER_GAP.minusNanos(1000))) {
            GrpcError.from(() -> price(last, nothing)).is(Status.Code.NOT_FOUND, "UNKNOWN_OFFER");
        }
        GrpcError.from(() -> price(first.minusNanos(1000), OCTOBER)).is(Status.Code.NOT_FOUND, "UNKNOWN_OFFER");
    }

    @Test
    void theHistoryTellsWhichRevisionLaterSupersededWhatWasBelieved() {
        long first = publish("first", from(SEPTEMBER, "2"));
        long second = publish("second", between(SEPTEMBER, OCTOBER, "2"), from(OCTOBER, "3"));
        var believed = catalog.listPriceHistory(ListPriceHistoryRequest.newBuilder()
                .setName(name)
                .setAsOfTime(Instants.message(known(first)))
                .build());

        assertThat(believed.getRevision()).isEqualTo(first);
        assertThat(believed.getPointsList()).hasSize(1);
        var point = believed.getPoints(0);
        assertThat(point.getSupersededRevision()).isEqualTo(second);
        assertThat(point.hasEndTime()).isFalse();

        var now = catalog.listPriceHistory(
                ListPriceHistoryRequest.newBuilder().setName(name).build());
        assertThat(now.getPointsList()).extracting(PricePoint::getRevision).containsExactly(first, second);
        assertThat(now.getPointsList())
                .extracting(PricePoint::getStartTime)
                .containsExactly(Instants.message(SEPTEMBER), Instants.message(OCTOBER));
        assertThat(now.getPoints(0).getEndTime()).isEqualTo(Instants.message(OCTOBER));
        assertThat(now.getPointsList())
                .extracting(PricePoint::getSupersededRevision)
                .containsOnly(0L);
    }

    @Test
    void pagesOfTheHistoryJoinAndItsTimeNarrowsIt() {
        publish("story", between(SEPTEMBER, OCTOBER, "2"), between(OCTOBER, NOVEMBER, "3"), from(NOVEMBER, "4"));
        var starts = new ArrayList<Timestamp>();
        var request = ListPriceHistoryRequest.newBuilder().setName(name).setPageSize(1);
        do {
            var page = catalog.listPriceHistory(request.build());
            assertThat(page.getPointsList()).hasSizeLessThanOrEqualTo(1);
            page.getPointsList().forEach(point -> starts.add(point.getStartTime()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        assertThat(starts)
                .containsExactly(Instants.message(SEPTEMBER), Instants.message(OCTOBER), Instants.message(NOVEMBER));

        var narrowed = catalog.listPriceHistory(ListPriceHistoryRequest.newBuilder()
                .setName(name)
                .setStartTime(Instants.message(OCTOBER))
                .setEndTime(Instants.message(NOVEMBER))
                .build());
        assertThat(narrowed.getPointsList())
                .extracting(PricePoint::getStartTime)
                .containsExactly(Instants.message(OCTOBER));
    }

    @Test
    void listsSearchesAndQuotesAnswerOfOtherTimesToo() {
        var first = Instants.message(known(publish("first", from(SEPTEMBER, "0.002"))));
        publish("second", between(SEPTEMBER, OCTOBER, "0.002"), from(OCTOBER, "0.003"));
        var effective = Instants.message(NOVEMBER);

        var listed = catalog.listOffers(ListOffersRequest.newBuilder()
                .setAsOfTime(first)
                .setEffectiveTime(effective)
                .setPageSize(1000)
                .build());
        assertThat(listed.getOffersList())
                .filteredOn(offer -> offer.getName().equals(name))
                .extracting(offer -> offer.getListUnitPrice().getNanos())
                .containsExactly(2_000_000);
        var found = catalog.searchOffers(SearchOffersRequest.newBuilder()
                .setAsOfTime(first)
                .setEffectiveTime(effective)
                .setPageSize(1)
                .build());
        assertThat(found.getOffers(0).getName()).as("the cheapest by far").isEqualTo(name);
        assertThat(found.getOffers(0).getListUnitPrice().getNanos()).isEqualTo(2_000_000);
        var quoted = QuoteServiceGrpc.newBlockingStub(channel)
                .quoteUsage(QuoteUsageRequest.newBuilder()
                        .setAsOfTime(first)
                        .setEffectiveTime(effective)
                        .addItems(QuoteItem.newBuilder().setOffer(name).setUsage(usage()))
                        .build());
        assertThat(quoted.getRevision()).isEqualTo(found.getRevision());
        assertThat(quoted.getResults(0)
                        .getQuotes(0)
                        .getOffer()
                        .getListUnitPrice()
                        .getNanos())
                .isEqualTo(2_000_000);
    }

    @Test
    void timesThatAreNotKeptAreRefusedWithTheOldestThatIs() {
        var old = Instants.message(Instant.parse("2001-01-01T00:00:00Z"));
        var future = Instants.message(Instant.parse("2999-01-01T00:00:00Z"));
        var request = GetOfferRequest.newBuilder().setName("offers/" + like().id());

        var before = GrpcError.from(
                () -> catalog.getOffer(request.clone().setAsOfTime(old).build()));
        before.is(Status.Code.OUT_OF_RANGE, "OUTSIDE_HISTORY").violates("as_of_time");
        assertThat(before.metadata()).containsKey("oldest_time");
        var oldest =
                Instants.message(Instant.parse(String.valueOf(before.metadata().get("oldest_time"))));
        assertThat(catalog.getOffer(request.clone().setAsOfTime(oldest).build()).getRevision())
                .as("the oldest time that the error names is kept")
                .isEqualTo(1);
        GrpcError.from(() ->
                        catalog.getOffer(request.clone().setAsOfTime(future).build()))
                .is(Status.Code.OUT_OF_RANGE, "OUTSIDE_HISTORY")
                .violates("as_of_time");
        GrpcError.from(() ->
                        catalog.getOffer(request.clone().setEffectiveTime(old).build()))
                .is(Status.Code.OUT_OF_RANGE, "OUTSIDE_HISTORY")
                .violates("effective_time");
        assertThat(catalog.getOffer(request.clone().setEffectiveTime(future).build())
                        .getOffer()
                        .getName())
                .as("what holds has no end")
                .isEqualTo(request.getName());
    }

    @Test
    void aTimeThatIsNoneIsRefusedByItsField() {
        var request = GetOfferRequest.newBuilder()
                .setName(name)
                .setAsOfTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                .build();
        GrpcError.from(() -> catalog.getOffer(request))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("as_of_time");
        GrpcError.from(() -> catalog.listPriceHistory(ListPriceHistoryRequest.newBuilder()
                        .setName("offers/no.such.offer")
                        .build()))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_OFFER");
    }

    private static Usage usage() {
        return Usage.newBuilder()
                .setAcceleratorCount(1)
                .setDuration(com.google.protobuf.Duration.newBuilder().setSeconds(3600))
                .build();
    }

    private String price(Instant asOf, Instant effective) {
        var money = catalog.getOffer(GetOfferRequest.newBuilder()
                        .setName(name)
                        .setAsOfTime(Instants.message(asOf))
                        .setEffectiveTime(Instants.message(effective))
                        .build())
                .getOffer()
                .getListUnitPrice();
        return BigDecimal.valueOf(money.getUnits()).toPlainString();
    }

    /** When a revision became known. */
    private Instant known(long revision) {
        return catalog
                .listPriceHistory(ListPriceHistoryRequest.newBuilder()
                        .setName(name)
                        .setMinRevision(revision)
                        .build())
                .getPointsList()
                .stream()
                .filter(point -> point.getRevision() == revision)
                .map(PricePoint::getKnownFromTime)
                .map(time -> Instant.ofEpochSecond(time.getSeconds(), time.getNanos()))
                .findFirst()
                .orElseThrow();
    }

    private Statement from(Instant start, String price) {
        return new Statement(offer(price), start, Optional.empty());
    }

    private Statement between(Instant start, Instant end, String price) {
        return new Statement(offer(price), start, Optional.of(end));
    }

    private long publish(String digest, Statement... statements) {
        return book.publish(
                        new PriceFeed(FEED, 0, digest + List.of(statements), Optional.empty()),
                        Stream.of(statements).iterator())
                .revision();
    }

    private Offer like() {
        return bundled.offers().stream()
                .filter(offer -> offer.model() == CommercialModel.ON_DEMAND
                        && offer.hourlyPrice().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Offer offer(String price) {
        return new Offer(
                id,
                like().region(),
                like().zone(),
                like().instance(),
                like().model(),
                like().commitment(),
                1,
                new Price.Hourly(Money.usd(price)),
                like().basis(),
                like().source(),
                Optional.empty());
    }
}
