package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.emplace.api.power.v1.CapacityChange;
import dev.emplace.api.power.v1.ChangeCause;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.platform.retention.History;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WatchCapacityTest {
    private final PowerClient client = new PowerClient();
    private final CapacityWatcher watcher = new CapacityWatcher();
    private final String site = client.newSite(TestSites.twoPaths(100_000));
    private final DataSource database;
    private final History history;

    @Inject
    WatchCapacityTest(DataSource database, History history) {
        this.database = database;
        this.history = history;
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void everyChangeIsToldWithWhatItLeftAndWhoMadeIt() throws SQLException {
        start(site, 1);
        Reservation created = client.create(site, PowerClient.training(8));
        Reservation confirmed = client.confirm(created.getName());
        Reservation released = client.release(created.getName());
        Reservation expiring = client.create(site, PowerClient.training(16));
        passTwoHours();
        watchTo(WatchCapacityRequest.getDefaultInstance(), 7);

        assertThat(watcher.told)
                .filteredOn(CapacityChange::hasReservation)
                .extracting(CapacityChange::getReservation)
                .startsWith(created, confirmed, released, expiring);
        assertThat(watcher.told.get(0).getTopology().getEtag())
                .isEqualTo(client.sites
                        .getSite(GetSiteRequest.newBuilder().setName(site).build())
                        .getSite()
                        .getEtag());
        assertThat(watcher.told)
                .extracting(CapacityChange::getCause)
                .containsExactly(
                        ChangeCause.CHANGE_CAUSE_CALL,
                        ChangeCause.CHANGE_CAUSE_CALL,
                        ChangeCause.CHANGE_CAUSE_CALL,
                        ChangeCause.CHANGE_CAUSE_CALL,
                        ChangeCause.CHANGE_CAUSE_CALL,
                        ChangeCause.CHANGE_CAUSE_TIME,
                        ChangeCause.CHANGE_CAUSE_CALL);
        assertThat(watcher.told.get(5).getReservation().getState())
                .isEqualTo(ReservationState.RESERVATION_STATE_EXPIRED);
        assertThat(watcher.told.get(4).getRevision())
                .isEqualTo(expiring.getFencingToken().getRevision());
    }

    @Test
    void aWatchBeginsWithWhereItBeginsAndWithoutAStartTellsWhatComesNext() {
        client.create(site, PowerClient.training(8));
        var all = WatchCapacityRequest.newBuilder().addSites(site).build();
        watcher.watch(client.channel, all, () -> true);

        assertThat(watcher.messages).hasSize(1);
        assertThat(watcher.told).isEmpty();
        assertThat(watcher.positions.get(site))
                .extracting(SitePosition::getRevision)
                .isEqualTo(3L);
        client.create(site, PowerClient.training(8));
        watchTo(all, 3);
        assertThat(watcher.revisions(site)).containsExactly(3L);
    }

    @Test
    void moreThanIsInMemoryIsReadFromTheJournalInMessagesThatEndBetweenChanges() {
        change(75);
        start(site, 1);
        watchTo(WatchCapacityRequest.getDefaultInstance(), 151);

        assertThat(watcher.revisions(site))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 151).boxed().toList());
        assertThat(watcher.messages).hasSizeGreaterThan(2);
    }

    @Test
    void onlySelectedStatesAndHoldersAreToldAndThePositionMovesAllTheSame() {
        start(site, 2);
        client.release(client.create(site, PowerClient.training(8)).getName());
        client.reservations.createReservation(PowerClient.creating(site, PowerClient.training(8))
                .setHolder("another")
                .build());
        var selection = WatchCapacityRequest.newBuilder()
                .addSites(site)
                .addStates(ReservationState.RESERVATION_STATE_RELEASED)
                .addHolders("test");
        watcher.watch(client.channel, selection.build(), () -> !watcher.told.isEmpty());
        assertThat(watcher.revisions(site)).containsExactly(3L);
        assertThat(watcher.told.get(0).getReservation().getState())
                .isEqualTo(ReservationState.RESERVATION_STATE_RELEASED);
        start(site, 2);
        watcher.told.clear();
        watcher.watch(
                client.channel,
                selection.clearHolders().addHolders("another").build(),
                () -> watcher.isBehind(site, 4));
        assertThat(watcher.told).isEmpty();
    }

    @Test
    void severalSitesAreToldEachInItsOrderAndOneThatComesLaterFromItsBeginning() {
        String second = client.newSite(TestSites.twoPaths(100_000));
        start(site, 1);
        start(second, 1);
        var all = WatchCapacityRequest.getDefaultInstance();
        for (int i = 0; i < 5; i++) {
            client.create(site, PowerClient.training(1));
            client.create(second, PowerClient.training(1));
        }
        watcher.watch(client.channel, all, () -> watcher.isBehind(site, 6) && watcher.isBehind(second, 6));
        String later = client.newSite(TestSites.twoPaths(100_000));
        client.create(later, PowerClient.training(1));
        watcher.watch(client.channel, all, () -> watcher.isBehind(later, 2));

        assertThat(watcher.revisions(site)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(watcher.revisions(second)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(watcher.revisions(later)).containsExactly(1L, 2L);
    }

    @Test
    void levelsSayWhatTheSiteHasLeft() {
        start(site, 2);
        client.create(site, PowerClient.training(8));
        watchTo(WatchCapacityRequest.newBuilder().setIncludeLevels(true).build(), 2);
        var capacity = client.sites
                .getSite(GetSiteRequest.newBuilder().setName(site).build())
                .getSite()
                .getCapacity();

        var level = watcher.messages.get(watcher.messages.size() - 1).getLevel();
        assertThat(level.getRevision()).isEqualTo(2);
        assertThat(level.getCapacity()).isEqualTo(capacity);
    }

    @Test
    void whatIsNoLongerKeptIsOutOfRangeWithTheOldestThatIs() throws SQLException {
        change(100);
        execute("update site_event set at = at - interval '91 days' where site = '" + id() + "' and revision < 10");
        while (history.remove(100) > 0) {}
        start(site, 9);

        GrpcError compacted = GrpcError.from(() -> watchTo(WatchCapacityRequest.getDefaultInstance(), 201));
        compacted.is(Status.Code.OUT_OF_RANGE, "COMPACTED");
        assertThat(compacted.metadata())
                .contains(entry("site", site), entry("start_revision", "9"), entry("oldest_revision", "10"));
        start(site, 10);
        watchTo(WatchCapacityRequest.getDefaultInstance(), 201);
        assertThat(watcher.revisions(site)).hasSize(192).startsWith(10L);
    }

    @Test
    void aPastThatIsNotTheSitesIsRefused() {
        client.create(site, PowerClient.training(1));
        watcher.positions.put(site, position(site, 40, 1));
        GrpcError restored = GrpcError.from(() -> watchTo(WatchCapacityRequest.getDefaultInstance(), 50));
        restored.is(Status.Code.OUT_OF_RANGE, "SITE_RESTORED");
        assertThat(restored.metadata()).contains(entry("site", site), entry("revision", "39"), entry("epoch", "1"));
    }

    @Test
    void aRevisionThatIsStillToComeIsWaitedFor() {
        start(site, 3);
        client.create(site, PowerClient.training(1));
        var only = WatchCapacityRequest.newBuilder().addSites(site).build();
        watcher.watch(client.channel, only, () -> true);
        client.create(site, PowerClient.training(1));
        watchTo(only, 3);
        assertThat(watcher.revisions(site)).containsExactly(3L);
    }

    @Test
    void whereToBeginIsSaidOnceAndOfSitesThatAreWatched() {
        GrpcError.from(() -> client.capacity
                        .watchCapacity(WatchCapacityRequest.newBuilder()
                                .addStarts(position(site, 1, 0))
                                .addStarts(position(site, 2, 0))
                                .build())
                        .next())
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        GrpcError.from(() -> client.capacity
                        .watchCapacity(WatchCapacityRequest.newBuilder()
                                .addSites("sites/other")
                                .addStarts(position(site, 1, 0))
                                .build())
                        .next())
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        GrpcError.from(() -> client.capacity
                        .watchCapacity(WatchCapacityRequest.newBuilder()
                                .addSites("sites/nowhere")
                                .build())
                        .next())
                .is(Status.Code.NOT_FOUND, "UNKNOWN_SITE");
    }

    /** Two changes each time. */
    private void change(int times) {
        for (int i = 0; i < times; i++) {
            client.release(client.create(site, PowerClient.training(1)).getName());
        }
    }

    private void start(String at, long revision) {
        watcher.positions.put(at, position(at, revision, 0));
    }

    private static SitePosition position(String site, long revision, long epoch) {
        return SitePosition.newBuilder()
                .setSite(site)
                .setRevision(revision)
                .setEpoch(epoch)
                .build();
    }

    private void watchTo(WatchCapacityRequest selection, long revision) {
        var only = selection.toBuilder().clearSites().addSites(site).build();
        watcher.watch(client.channel, only, () -> watcher.isBehind(site, revision));
    }

    /** A site's time never runs back: moved on in the database, it is what the next batch takes for now. */
    private void passTwoHours() throws SQLException {
        execute("update site set last_time = last_time + interval '2 hours' where name = '" + id() + "'");
        client.create(site, PowerClient.training(1));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String id() {
        return site.substring("sites/".length());
    }
}
