package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.OfferChange;
import dev.emplace.api.pricing.v1.OfferChangeKind;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.WatchOffersRequest;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import dev.emplace.platform.watch.ChangeLog;
import dev.emplace.platform.watch.CompactedException;
import dev.emplace.platform.watch.Position;
import dev.emplace.platform.watch.Watches;
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
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WatchOffersTest {

    private static final String FEED = "watched";

    private static ManagedChannel channel = GrpcCalls.channel(1);

    private final PriceBook book;
    private final Watches<?> watches;
    private final ChangeLog<dev.emplace.pricing.domain.catalog.OfferChange> log;
    private final DataSource database;
    private final BundledCatalog bundled;
    private int edition;

    @Inject
    WatchOffersTest(
            PriceBook book,
            Watches<dev.emplace.pricing.domain.catalog.OfferChange> watches,
            ChangeLog<dev.emplace.pricing.domain.catalog.OfferChange> log,
            BundledCatalog bundled,
            DataSource database) {
        this.book = book;
        this.watches = watches;
        this.log = log;
        this.database = database;
        this.bundled = bundled;
    }

    @BeforeAll
    static void connect() {
        channel.shutdownNow();
        channel = GrpcCalls.channel();
    }

    @AfterAll
    static void disconnect() {
        channel.shutdownNow();
    }

    @AfterEach
    void withdrawAll() {
        publish(Map.of());
    }

    @Test
    void eachChangeIsToldAsItComes() {
        long start = book.revision() + 1;
        var told = watch(WatchOffersRequest.newBuilder().setStartRevision(start).build(), stream -> {
            var changes = new ArrayList<OfferChange>();
            publish(Map.of("one", "2", "two", "3"));
            read(stream, changes, 2);
            publish(Map.of("one", "2.5", "two", "3"));
            read(stream, changes, 3);
            publish(Map.of("one", "2.5"));
            read(stream, changes, 4);
            return changes;
        });

        assertThat(told).extracting(OfferChange::getRevision).containsExactly(start, start, start + 1, start + 2);
        assertThat(told)
                .extracting(WatchOffersTest::text)
                .containsExactly("ADDED one 2", "ADDED two 3", "CHANGED one 2.5", "REMOVED two 3");
        assertThat(told.get(2).getPreviousUnitPrice().getUnits()).isEqualTo(2);
    }

    @Test
    void aLargeChangeGoesOnInItsMiddleOnAnotherConnection() {
        long revision = publish(many(450));
        var told = new ArrayList<OfferChange>();
        var request = WatchOffersRequest.newBuilder().setStartRevision(revision);
        while (told.size() < 450) {
            var message = watch(request.build(), Iterator::next);
            assertThat(message.getChangesCount()).isLessThan(450);
            told.addAll(message.getChangesList());
            request.setStartRevision(message.getNextRevision()).setStartIndex(message.getNextIndex());
        }

        assertThat(told).extracting(OfferChange::getRevision).containsOnly(revision);
        assertThat(told)
                .extracting(OfferChange::getIndex)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(told.stream().map(change -> change.getOffer().getName()).distinct())
                .hasSize(450);
        assertThat(request.getStartRevision()).isEqualTo(revision + 1);
    }

    /** A recorded history: whatever was published, a replica that applies what a watch tells has the same. */
    @Test
    void whoAppliesWhatIsToldHasWhatThereIs() {
        var random = new Random(5);
        long start = book.revision() + 1;
        Map<String, String> published = Map.of();
        for (int i = 0; i < 30; i++) {
            published = story(random);
            publish(published);
        }
        var applied = new TreeMap<String, String>();
        var request = WatchOffersRequest.newBuilder().setStartRevision(start);
        while (request.getStartRevision() <= book.revision()) {
            var message = watch(request.build(), Iterator::next);
            message.getChangesList().forEach(change -> apply(change, applied));
            request.setStartRevision(message.getNextRevision()).setStartIndex(message.getNextIndex());
        }

        assertThat(applied).isEqualTo(new TreeMap<>(published));
    }

    @Test
    void aBookmarkComesFirstWhereThereIsNothingToTell() {
        var message = watch(WatchOffersRequest.getDefaultInstance(), Iterator::next);
        assertThat(message.getChangesCount()).isZero();
        assertThat(message.getRevision()).isPositive();
        assertThat(message.getNextRevision()).isEqualTo(message.getRevision() + 1);
    }

    @Test
    void smallChangesAreLeftOutWhereTheyAreNotWanted() {
        long start = book.revision() + 1;
        publish(Map.of("calm", "100", "wild", "100"));
        publish(Map.of("calm", "104.99", "wild", "95"));
        long last = publish(Map.of("calm", "104.99"));

        var told = toldUpTo(
                last,
                WatchOffersRequest.newBuilder()
                        .setStartRevision(start)
                        .setMinChangePercent(5)
                        .build());

        assertThat(told)
                .extracting(WatchOffersTest::text)
                .containsExactly("ADDED calm 100", "ADDED wild 100", "CHANGED wild 95", "REMOVED wild 95");
    }

    @Test
    void anOfferThatNoLongerMeetsTheRequirementIsRemovedAndComesBack() {
        long start = book.revision() + 1;
        var atMost = like().instance().acceleratorCount().multiply(BigDecimal.TEN);
        publish(Map.of("price", atMost.toPlainString()));
        publish(Map.of("price", atMost.add(BigDecimal.ONE).toPlainString()));
        publish(Map.of("price", atMost.add(BigDecimal.TEN).toPlainString()));
        long last = publish(Map.of("price", atMost.toPlainString()));

        var told = toldUpTo(
                last,
                WatchOffersRequest.newBuilder()
                        .setStartRevision(start)
                        .setRequirement(OfferRequirement.newBuilder()
                                .setMaximumAcceleratorUnitPrice(Amounts.message(Money.usd("10"))))
                        .build());

        assertThat(told)
                .extracting(OfferChange::getKind)
                .containsExactly(
                        OfferChangeKind.OFFER_CHANGE_KIND_ADDED,
                        OfferChangeKind.OFFER_CHANGE_KIND_REMOVED,
                        OfferChangeKind.OFFER_CHANGE_KIND_ADDED);
    }

    @Test
    void whatIsNoLongerKeptIsRefusedWithTheOldestRevision() throws SQLException {
        publish(Map.of("old", "1"));
        long revision = book.revision();
        execute("update publication set published_time = published_time - interval '500 days' where revision < "
                + revision);
        try {
            assertThatThrownBy(() -> log.from(Position.startOf(1), revision, 10))
                    .isInstanceOfSatisfying(
                            CompactedException.class,
                            compacted -> assertThat(compacted.metadata())
                                    .containsEntry("oldest_revision", Long.toString(revision)));
        } finally {
            execute("update publication set published_time = published_time + interval '500 days' where revision < "
                    + revision);
        }
    }

    @Test
    void aBadRequestIsRefusedByItsField() {
        GrpcError.from(() -> watch(
                        WatchOffersRequest.newBuilder()
                                .setRequirement(OfferRequirement.newBuilder().addAccelerators("no such thing"))
                                .build(),
                        Iterator::next))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_ACCELERATOR")
                .violates("requirement.accelerators[0]");
        GrpcError.from(() ->
                        watch(WatchOffersRequest.newBuilder().setStartIndex(3).build(), Iterator::next))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("start_index");
    }

    @Test
    void aCallerThatIsGoneFreesItsWatch() {
        watch(WatchOffersRequest.getDefaultInstance(), stream -> {
            stream.next();
            assertThat(watches.size()).isPositive();
            return stream;
        });
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> watches.size() == 0);
    }

    private List<OfferChange> toldUpTo(long revision, WatchOffersRequest request) {
        return watch(request, stream -> {
            var changes = new ArrayList<OfferChange>();
            long next = request.getStartRevision();
            while (next <= revision) {
                var message = stream.next();
                changes.addAll(message.getChangesList());
                next = message.getNextRevision();
            }
            return changes;
        });
    }

    /** Watches for as long as the reader takes, then leaves. */
    private static <T> T watch(WatchOffersRequest request, Reader<T> reader) {
        var catalog = CatalogServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
        var call = Context.current().withCancellation();
        try {
            return call.wrap(() -> reader.read(catalog.watchOffers(request))).call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            call.cancel(null);
        }
    }

    private interface Reader<T> {
        T read(Iterator<WatchOffersResponse> stream);
    }

    private static void read(Iterator<WatchOffersResponse> stream, List<OfferChange> into, int size) {
        while (into.size() < size) {
            into.addAll(stream.next().getChangesList());
        }
    }

    private static void apply(OfferChange change, Map<String, String> applied) {
        var name = change.getOffer().getName().substring("offers/watched.".length());
        if (change.getKind() == OfferChangeKind.OFFER_CHANGE_KIND_REMOVED) {
            assertThat(applied.remove(name)).isNotNull();
        } else {
            applied.put(name, price(change));
        }
    }

    private static Map<String, String> story(Random random) {
        var prices = new HashMap<String, String>();
        for (int i = 0; i < 25; i++) {
            if (random.nextBoolean()) {
                prices.put("offer" + i, Integer.toString(1 + random.nextInt(3)));
            }
        }
        return prices;
    }

    private static Map<String, String> many(int size) {
        var prices = new HashMap<String, String>();
        IntStream.range(0, size).forEach(i -> prices.put("offer" + i, "2"));
        return prices;
    }

    private static String text(OfferChange change) {
        return change.getKind().name().substring("OFFER_CHANGE_KIND_".length()) + " "
                + change.getOffer().getName().substring("offers/watched.".length()) + " " + price(change);
    }

    private static String price(OfferChange change) {
        var money = change.getOffer().getListUnitPrice();
        return BigDecimal.valueOf(money.getUnits())
                .add(BigDecimal.valueOf(money.getNanos(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }

    private long publish(Map<String, String> prices) {
        var statements = prices.entrySet().stream()
                .map(entry -> Statement.of(offer(entry.getKey(), entry.getValue())))
                .iterator();
        return book.publish(new PriceFeed(FEED, 0, "edition " + edition++ + prices, Optional.empty()), statements)
                .revision();
    }

    private Offer offer(String name, String perHour) {
        return new Offer(
                "watched." + name,
                like().region(),
                like().zone(),
                like().instance(),
                like().model(),
                like().commitment(),
                1,
                new Price.Hourly(Money.usd(perHour)),
                like().basis(),
                like().source(),
                Optional.empty());
    }

    private Offer like() {
        return bundled.offers().stream()
                .filter(offer -> offer.model() == CommercialModel.ON_DEMAND
                        && offer.hourlyPrice().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
