package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.emplace.api.power.v1.FencingToken;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.testkit.postgres.BaseBackup;
import dev.emplace.testkit.postgres.TestDatabase;
import dev.emplace.testkit.postgres.TestDump;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A backup is made while callers reserve, and read back: what it holds is there, and nothing is given out again. */
class RestoreIT {
    private static final int CLIENTS = 8;
    private static final int CHANGES = 200;
    private static final Comparator<FencingToken> ORDER =
            Comparator.comparing(FencingToken::getEpoch).thenComparing(FencingToken::getRevision);

    private final History history = new History();
    private String kept = "";

    @Test
    void aDumpReadBackIntoTheSamePostgresHoldsWhatWasToldAndGivesNothingOutAgain() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                TestDatabase restored = TestDatabase.create();
                TestDatabase again = TestDatabase.create()) {
            List<TestDatabase> both = List.of(restored, again);
            String site = reserveWhile(database, () -> TestDump.of(database), dump -> {
                for (TestDatabase each : both) {
                    PowerProcess.migrate(each, PowerProcess.THIS_BUILD);
                    dump.readInto(each);
                }
            });
            // The second goes on from the same backup as the first, which has given out tokens and ids since.
            for (TestDatabase each : both) {
                Reservation first = assertGoesOn(each, site);
                history.acknowledge(first);
            }
        }
    }

    @Test
    void filesCopiedFromARunningServerAreRecoveredToWhatWasTold() throws Exception {
        assumeThat(BaseBackup.isPossible()).as("the server's files are here").isTrue();
        try (TestDatabase database = TestDatabase.create()) {
            List<TestDatabase> restored = new ArrayList<>();
            String site =
                    reserveWhile(database, () -> BaseBackup.of(database), backup -> restored.add(backup.restore()));
            assertGoesOn(restored.get(0), site);
        }
    }

    private interface Backup<T> {
        T make() throws Exception;
    }

    private interface Restore<T> {
        void from(T backup) throws Exception;
    }

    /** Makes the backup in the middle of the work, and reads it back after. */
    private <T> String reserveWhile(TestDatabase database, Backup<T> backup, Restore<T> restore) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (PowerProcess power = PowerProcess.start(database);
                RetryingCallers callers = new RetryingCallers(List.of(power))) {
            String site = callers.client().newSite(TestSites.twoPaths(45_000));
            kept = callers.client().create(site, PowerClient.training(8)).getName();
            history.acknowledge(callers.client().confirm(kept));
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                working.add(threads.submit(new ReservingClient(callers, history, site, i)));
            }
            awaitChanges();
            T made = backup.make();
            awaitChanges();
            callers.stop();
            for (Future<?> client : working) {
                client.get();
            }
            restore.from(made);
            return site;
        } finally {
            threads.shutdownNow();
        }
    }

    private void awaitChanges() {
        int before = history.size();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> history.size() > before + CHANGES);
    }

    private static long revision(PowerClient client, String site) {
        return client.sites
                .getSite(GetSiteRequest.newBuilder().setName(site).build())
                .getRevision();
    }

    private Reservation assertGoesOn(TestDatabase restored, String site) throws Exception {
        try (PowerProcess power = PowerProcess.start(restored);
                RetryingCallers callers = new RetryingCallers(List.of(power))) {
            PowerClient client = callers.client();
            long revision = revision(client, site);
            Map<String, Reservation> stored = client.all(site);
            assertThat(history.last().values())
                    .as("told after the backup, too")
                    .anySatisfy(told ->
                            assertThat(told.getFencingToken().getRevision()).isGreaterThan(revision));
            assertThat(stored).as("as of the backup").isEqualTo(history.lastUntil(revision));

            long epoch = client.release(kept).getFencingToken().getEpoch();
            assertThat(epoch).isGreaterThan(1);
            Reservation next = client.create(site, PowerClient.training(1));
            assertThat(next.getFencingToken().getEpoch()).isEqualTo(epoch);
            assertThat(history.last()).as("told at any time").doesNotContainKey(next.getName());
            assertThat(history.last().values())
                    .allMatch(told -> ORDER.compare(told.getFencingToken(), next.getFencingToken()) < 0);
            return next;
        }
    }
}
