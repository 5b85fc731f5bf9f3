package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.testkit.postgres.TestDatabase;
import io.grpc.ManagedChannel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many clients who reserve at one site while a power-service is killed: what was acknowledged is so, and it fits. */
class CrashIT {
    private static final int CLIENTS = 64;
    private static final int ROUNDS = 12;
    private static final int ACKNOWLEDGED_BEFORE_THE_CRASH = 250;
    private static final List<String> PARTS = List.of("utility-a", "utility-b", "ups-a", "ups-b", "crah-1", "crah-2");

    /** Far less than all of them ask for: 45 kW on either path. */
    private static final Topology SITE = TestSites.twoPaths(45_000);

    @Test
    void aCrashInTheMiddleLosesNothingThatWasAcknowledgedAndExceedsNoLimit() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                PowerProcess power = PowerProcess.start(database)) {
            reserveThrough(List.of(power), database);
        }
    }

    @Test
    void twoProcessesOnOneDatabaseServeOneSiteAsOneAlsoWhenOneCrashes() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                PowerProcess power = PowerProcess.start(database);
                PowerProcess other = PowerProcess.start(database)) {
            reserveThrough(List.of(power, other), database);
        }
    }

    private static void reserveThrough(List<PowerProcess> processes, TestDatabase database) throws Exception {
        List<ManagedChannel> channels =
                processes.stream().map(PowerProcess::channel).toList();
        try {
            PowerClient client = new PowerClient(channels.get(0));
            String site = client.newSite(SITE);
            History history = new History();
            reserveAndCrash(processes, channels, site, history);

            Map<String, Reservation> stored = stored(client, site, history);
            assertThat(stored).as("of which somebody was told, and no other").isEqualTo(history.last());
            assertThat(history.overloads(TopologyMessages.toDomain(SITE), PARTS, TestSites.H100))
                    .isEmpty();
            assertThat(number(database, "select max(revision) - min(revision) + 1 - count(*) from site_event"))
                    .as("gaps in the revisions")
                    .isZero();
            assertThat(number(database, "select count(request_id) - count(distinct request_id) from site_event"))
                    .as("requests with more than one effect")
                    .isZero();
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }

    private static void reserveAndCrash(
            List<PowerProcess> processes, List<ManagedChannel> channels, String site, History history)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_CRASH);
        try {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                var calls = ReservationServiceGrpc.newBlockingStub(channels.get(i % channels.size()))
                        .withWaitForReady();
                clients.add(threads.submit(work(i, new Insistence(calls, history), site, enough)));
            }
            enough.await();
            int before = history.size();
            processes.get(0).crash();
            int refusals = 0;
            for (Future<Integer> done : clients) {
                refusals += done.get();
            }
            assertThat(history.size()).as("the crash came in the middle").isGreaterThan(before + CLIENTS);
            assertThat(refusals).as("the site was full").isPositive();
        } finally {
            threads.shutdownNow();
        }
    }

    /** How often it was refused. Few keep what they hold, so that the others go on finding some. */
    private static Callable<Integer> work(int client, Insistence calls, String site, CountDownLatch enough) {
        return () -> {
            int refusals = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var pending = calls.create(site, PowerClient.training(1 + (client + round) % 12));
                enough.countDown();
                if (pending.isEmpty()) {
                    refusals++;
                } else if ((client + round) % 2 == 0) {
                    calls.release(pending.get());
                } else if (calls.confirm(pending.get()).isPresent() && (client + round) % 31 != 0) {
                    calls.release(pending.get());
                }
            }
            return refusals;
        };
    }

    private static Map<String, Reservation> stored(PowerClient client, String site, History history) {
        long newest = history.last().values().stream()
                .mapToLong(told -> told.getFencingToken().getRevision())
                .max()
                .orElseThrow();
        return client
                .reservations
                .listReservations(ListReservationsRequest.newBuilder()
                        .setParent(site)
                        .setPageSize(1000)
                        .setMinRevision(newest)
                        .build())
                .getReservationsList()
                .stream()
                .collect(Collectors.toMap(Reservation::getName, Function.identity()));
    }

    private static long number(TestDatabase database, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
