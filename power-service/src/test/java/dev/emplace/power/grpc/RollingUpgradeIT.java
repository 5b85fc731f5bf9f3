package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.testkit.postgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two replicas of an earlier version are replaced by this one while callers go on, as in a cluster; then one goes back. */
@EnabledIfSystemProperty(
        named = "emplace.previous",
        matches = ".+",
        disabledReason = "needs an earlier build: .ci/upgrade")
class RollingUpgradeIT {
    private static final int CLIENTS = 8;

    /** Reservations that change in each phase at least, so that each is under load. */
    private static final int CHANGES_PER_PHASE = 300;

    private static final Path PREVIOUS = Path.of(System.getProperty("emplace.previous", "none"));

    private final History history = new History();
    private final List<String> phases = new ArrayList<>();

    @Test
    void noCallFailsAndNoReservationIsLost() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            PowerProcess.migrate(database, PREVIOUS);
            try (PowerProcess one = PowerProcess.startDeployed(database, PREVIOUS);
                    PowerProcess other = PowerProcess.startDeployed(database, PREVIOUS);
                    RetryingCallers callers = new RetryingCallers(List.of(one, other))) {
                String site = callers.client().newSite(TestSites.twoPaths(45_000));
                one.awaitSite(site);
                other.awaitSite(site);
                upgrade(database, one, other, callers, site);

                assertThat(callers.client().all(site)).isEqualTo(history.last());
                assertThat(number(database, "select max(revision) - count(*) from site_event"))
                        .as("gaps in the revisions")
                        .isZero();
                assertThat(number(database, "select count(request_id) - count(distinct request_id) from site_event"))
                        .as("requests with more than one effect")
                        .isZero();
                assertThat(number(database, "select max(epoch) from site_event"))
                        .isEqualTo(1);
                report(callers);
            }
        }
    }

    private void upgrade(
            TestDatabase database, PowerProcess one, PowerProcess other, RetryingCallers callers, String site)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                working.add(threads.submit(new ReservingClient(callers, history, site, i)));
            }
            phase("both of the earlier version", working);
            PowerProcess.migrate(database, PowerProcess.THIS_BUILD);
            phase("both of the earlier version, on the new schema", working);
            one.replace(PowerProcess.THIS_BUILD);
            phase("one of each", working);
            other.replace(PowerProcess.THIS_BUILD);
            phase("both of this version", working);
            callers.stop();
            for (Future<?> client : working) {
                client.get();
            }
        } finally {
            callers.stop();
            threads.shutdownNow();
        }
    }

    /** Ends once enough has changed in it; at once if a client has failed. */
    private void phase(String name, List<Future<?>> working) throws Exception {
        int before = history.size();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> history.size() >= before + CHANGES_PER_PHASE
                        || working.stream().anyMatch(Future::isDone));
        for (Future<?> client : working) {
            if (client.isDone()) {
                client.get();
            }
        }
        phases.add(name);
    }

    private void report(RetryingCallers callers) throws Exception {
        Files.writeString(
                Path.of("target", "rolling-upgrade.txt"),
                "upgrade: " + callers.calls() + " calls in " + phases.size() + " phases, " + callers.repeats()
                        + " repeated, 0 failed; " + history.last().size() + " reservations, 0 lost\n");
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
