package dev.emplace.power.grpc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.CapacityChange;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.testkit.postgres.TestDatabase;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Two processes on one database, which both write two sites and are both killed while they are watched. What watchers
 * were told is held against the journal: each change of each site once, in order, as it was written.
 */
class WatchAcrossReplicasIT {
    private static final int WATCHERS = 4;
    private static final int WRITERS = 8;
    private static final int CHANGES_OF_EACH_WRITER = 150;
    private static final int CRASHES = 4;

    @Test
    void watchersThatMoveAmongReplicasMissNothingAndSeeNothingTwice() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (TestDatabase database = TestDatabase.create();
                PowerProcess one = PowerProcess.start(database);
                PowerProcess other = PowerProcess.start(database)) {
            List<PowerProcess> replicas = List.of(one, other);
            List<String> sites = sites(one);
            sites.forEach(other::awaitSite);
            List<Future<?>> writing = write(replicas, sites, threads);
            List<Future<CapacityWatcher>> watching = new ArrayList<>();
            Map<String, Long> last = new HashMap<>();
            Future<?> end = threads.submit(() -> {
                for (int i = 0; i < CRASHES; i++) {
                    replicas.get(i % 2).crash();
                }
                for (Future<?> writer : writing) {
                    writer.get();
                }
                for (String site : sites) {
                    last.put(site, newest(database, site));
                }
                return null;
            });
            for (int i = 0; i < WATCHERS; i++) {
                int seed = i;
                watching.add(threads.submit(() -> watch(replicas, sites, end, last, new Random(seed))));
            }
            end.get();
            for (Future<CapacityWatcher> watcher : watching) {
                for (String site : sites) {
                    assertThat(told(watcher.get(), site)).isEqualTo(journal(database, site));
                }
            }
            assertThat(last.values()).allMatch(revision -> revision > 500);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> sites(PowerProcess replica) {
        try (PowerClient client = new PowerClient(replica.channel())) {
            return List.of(client.newSite(TestSites.twoPaths(100_000)), client.newSite(TestSites.twoPaths(100_000)));
        }
    }

    private static List<Future<?>> write(List<PowerProcess> replicas, List<String> sites, ExecutorService threads) {
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writing.add(threads.submit((Callable<Void>) () -> {
                ManagedChannel channel = replicas.get(writer % 2).channel();
                try {
                    var calls = new Insistence(
                            ReservationServiceGrpc.newBlockingStub(channel).withWaitForReady(), new History());
                    for (int change = 0; change < CHANGES_OF_EACH_WRITER; change++) {
                        calls.create(sites.get(change % 2), PowerClient.training(1))
                                .ifPresent(calls::release);
                    }
                    return null;
                } finally {
                    channel.shutdownNow();
                }
            }));
        }
        return writing;
    }

    /** Watches one replica after the other, for some messages each, until all was told. */
    private static CapacityWatcher watch(
            List<PowerProcess> replicas, List<String> sites, Future<?> end, Map<String, Long> last, Random random) {
        CapacityWatcher watcher = new CapacityWatcher();
        sites.forEach(site -> watcher.positions.put(
                site, SitePosition.newBuilder().setSite(site).setRevision(1).build()));
        while (!(end.isDone()
                && sites.stream().allMatch(site -> watcher.isBehind(site, requireNonNull(last.get(site)))))) {
            int messages = watcher.messages.size() + 1 + random.nextInt(6);
            ManagedChannel channel = replicas.get(random.nextInt(2)).channel();
            try {
                watcher.watch(
                        channel, WatchCapacityRequest.getDefaultInstance(), () -> watcher.messages.size() >= messages);
            } catch (StatusRuntimeException broken) {
                assertThat(broken.getStatus().getCode()).as("of %s", broken).isEqualTo(Status.Code.UNAVAILABLE);
            } finally {
                channel.shutdownNow();
            }
        }
        return watcher;
    }

    private static List<String> told(CapacityWatcher watcher, String site) {
        return watcher.told.stream()
                .filter(change -> change.getSite().equals(site))
                .map(WatchAcrossReplicasIT::line)
                .toList();
    }

    private static String line(CapacityChange change) {
        return change.getRevision() + " "
                + (change.hasReservation()
                        ? change.getReservation().getName() + " "
                                + change.getReservation().getState()
                        : "topology");
    }

    private static List<String> journal(TestDatabase database, String site) throws SQLException {
        List<String> lines = new ArrayList<>();
        ContractFormat format = new ContractFormat();
        query(database, "select revision, body from site_event where site = ? order by revision", site, row -> {
            var change = format.readChange(row.getBytes(2));
            lines.add(row.getLong(1) + " "
                    + (change instanceof Change.OfReservation of
                            ? Names.reservation(
                                            Names.siteId(site, "site"),
                                            of.reservation().id())
                                    + " RESERVATION_STATE_"
                                    + of.reservation().state()
                            : "topology"));
        });
        return lines;
    }

    private static long newest(TestDatabase database, String site) throws SQLException {
        List<Long> newest = new ArrayList<>();
        query(database, "select revision from site where name = ?", site, row -> newest.add(row.getLong(1)));
        return newest.get(0);
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(TestDatabase database, String sql, String site, Row reader) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Names.siteId(site, "site"));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
