package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.WatchOffersRequest;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.pricing.ingest.bundled.CatalogFiles;
import dev.emplace.testkit.postgres.TestDatabase;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two processes on one database, either of which is killed while it is watched. */
class WatchAcrossReplicasIT {

    private static final int ROUNDS = 12;
    private static final Offer LIKE = BundledCatalog.load(CatalogFiles.bundled()).offers().stream()
            .filter(offer -> offer.ownership().isEmpty())
            .findFirst()
            .orElseThrow();

    private final Random random = new Random(3);
    private final List<String> told = new ArrayList<>();
    private long nextRevision;
    private long nextIndex;

    @Test
    void aWatcherThatMovesAmongReplicasMissesNothingAndSeesNothingTwice() throws Exception {
        try (var database = TestDatabase.create();
                var one = PricingProcess.start(database);
                var other = PricingProcess.start(database)) {
            var source = source(database);
            long last = publish(source, 1);
            nextRevision = last;
            for (int round = 0; round < ROUNDS; round++) {
                var replica = round % 2 == 0 ? one : other;
                var kill = round % 3 == 2;
                last = publish(source, round % 2 == 0 ? 700 : 1 + random.nextInt(5));
                watch(replica, last, kill ? 1 + random.nextInt(2) : Integer.MAX_VALUE);
                if (kill) {
                    replica.kill();
                    last = publish(source, 3);
                    replica.restart();
                }
            }
            watch(one, last, Integer.MAX_VALUE);

            assertThat(told).isEqualTo(published(source, last));
            assertThat(told).hasSizeGreaterThan(5_000);
            assertFound(other, last);
        }
    }

    @Test
    void aReplicaThatHasJustStartedTellsWhatWasPublishedBefore() throws Exception {
        try (var database = TestDatabase.create();
                var replica = PricingProcess.start(database)) {
            nextRevision = 1;

            watch(replica, 1, Integer.MAX_VALUE);

            assertThat(told).hasSizeGreaterThan(300);
        }
    }

    /** Watches up to a revision; after so many messages the replica is killed, and what still comes is read. */
    private void watch(PricingProcess replica, long upTo, int killAfter) {
        var channel = replica.channel();
        var call = Context.current().withCancellation();
        try {
            call.run(() -> {
                var stream = CatalogServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(1, TimeUnit.MINUTES)
                        .watchOffers(WatchOffersRequest.newBuilder()
                                .setStartRevision(nextRevision)
                                .setStartIndex(nextIndex)
                                .build());
                for (int i = 1; nextRevision <= upTo; i++) {
                    record(stream.next());
                    if (i == killAfter) {
                        replica.kill();
                    }
                }
            });
        } catch (StatusRuntimeException broken) {
            assertThat(broken.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        } finally {
            call.cancel(null);
            channel.shutdownNow();
        }
    }

    private void record(WatchOffersResponse message) {
        message.getChangesList()
                .forEach(change -> told.add(change.getRevision() + "." + change.getIndex() + " "
                        + change.getOffer().getName().substring("offers/".length()) + " "
                        + change.getKind().name().endsWith("REMOVED")));
        nextRevision = message.getNextRevision();
        nextIndex = message.getNextIndex();
    }

    private static void assertFound(PricingProcess replica, long revision) {
        var channel = replica.channel();
        try {
            var found = CatalogServiceGrpc.newBlockingStub(channel)
                    .getOffer(GetOfferRequest.newBuilder()
                            .setName("offers/across.always")
                            .setMinRevision(revision)
                            .build());
            assertThat(found.getRevision()).isGreaterThanOrEqualTo(revision);
        } finally {
            channel.shutdownNow();
        }
    }

    /** Publishes about so many changes, from this process. */
    private long publish(PGSimpleDataSource source, int changes) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(offer("across.always", Integer.toString(1 + random.nextInt(1_000_000)))));
        IntStream.range(0, changes)
                .mapToObj(i -> Statement.of(offer("across." + i, Integer.toString(1 + random.nextInt(5)))))
                .forEach(statements::add);
        var feed = new PriceFeed("across", 0, "digest " + random.nextLong(), Optional.empty());
        return new FeedPublication(source, feed).publish(statements.iterator()).revision();
    }

    private static List<String> published(PGSimpleDataSource source, long last) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select revision || '.' || position || ' ' || offer_id || ' ' || withdrawn"
                                + " from offer_version where feed = 'across' and revision <= " + last
                                + " order by revision, position")) {
            var all = new ArrayList<String>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }

    private static Offer offer(String id, String price) {
        return new Offer(
                id,
                LIKE.region(),
                LIKE.zone(),
                LIKE.instance(),
                LIKE.model(),
                LIKE.commitment(),
                1,
                new Price.Hourly(Money.usd(price)),
                LIKE.basis(),
                Samples.LIST,
                Optional.empty());
    }

    private static PGSimpleDataSource source(TestDatabase database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }
}
