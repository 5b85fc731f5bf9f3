package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.power.domain.reservation.RequestKey;
import dev.emplace.power.domain.reservation.Token;
import dev.emplace.power.domain.reservation.Transition;
import dev.emplace.power.ledger.Limits;
import dev.emplace.power.ledger.RecordedCall;
import dev.emplace.power.ledger.Recording;
import dev.emplace.power.ledger.SequentialModel;
import dev.emplace.testkit.postgres.CrashablePostgres;
import dev.emplace.testkit.postgres.TestDatabase;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Clients that race each other at one site, while power-service is killed again and again and PostgreSQL once; then the
 * journal and all that clients were told is held against a sequential model. {@code .ci/ledger} runs it for longer.
 */
class LedgerCheckIT {
    private static final int CLIENTS = 64;
    private static final int SECONDS = Integer.getInteger("emplace.ledger.seconds", 24);
    private static final int SECONDS_BETWEEN_CRASHES = Math.min(20, SECONDS / 3);
    private static final Path KEPT = Path.of(System.getProperty("emplace.ledger.history", "target/ledger-check"));

    /** Far less than all of them ask for: 45 kW on either path. */
    private static final Topology SITE = TestSites.twoPaths(45_000);

    /** What a call may be refused for: each is an answer. */
    private static final Set<String> REFUSALS = Set.of(
            RecordedCall.OK,
            "INSUFFICIENT_CAPACITY",
            "RESERVATION_RESOLVED",
            "NO_LEASE",
            "INVALID_FIELD",
            "QUOTA_EXCEEDED");

    @Test
    void noCrashOfServiceOrDatabaseLosesOrDoublesWhatWasToldOrExceedsALimit() throws Exception {
        Recording recording = new Recording();
        try (CrashablePostgres postgres = CrashablePostgres.start();
                TestDatabase database = postgres.database()) {
            String site = raced(postgres, database, recording);

            SequentialModel model = new SequentialModel(new Limits(TopologyMessages.toDomain(SITE)));
            List<String> journal = new ArrayList<>();
            read(database, site, entry -> {
                model.apply(entry);
                journal.add(Recording.line(entry));
            });
            List<RecordedCall> calls = recording.calls();
            model.compare(calls);
            model.compare(stored(database, site));
            Recording.write(
                    KEPT.resolve("calls.tsv"),
                    RecordedCall.HEADING,
                    calls.stream().map(RecordedCall::line));
            Recording.write(KEPT.resolve("journal.tsv"), Recording.HEADING, journal.stream());
            Recording.write(
                    KEPT.resolve("violations.txt"),
                    "violations: " + model.violations().size(),
                    model.violations().stream());

            assertThat(model.violations()).isEmpty();
            assertThat(calls)
                    .extracting(RecordedCall::outcome)
                    .isSubsetOf(REFUSALS)
                    .contains("INSUFFICIENT_CAPACITY", "RESERVATION_RESOLVED", "QUOTA_EXCEEDED");
            assertThat(calls).as("some were cut off in the middle").anyMatch(call -> call.attempts() > 1);
            Recording.write(KEPT.resolve("summary.txt"), "what\tcount", summary(calls, model).stream());
        }
    }

    /** The site that it was about. The service ends with it: else time would go on ending reservations. */
    private static String raced(CrashablePostgres postgres, TestDatabase database, Recording recording)
            throws Exception {
        try (PowerProcess power = PowerProcess.start(database);
                PowerClient client = new PowerClient(power.channel())) {
            String site = client.newSite(SITE);
            race(power, postgres, site, recording);
            return Names.siteId(site, "site");
        }
    }

    private static List<String> summary(List<RecordedCall> calls, SequentialModel model) {
        List<String> lines = new ArrayList<>(List.of(
                "seconds\t" + SECONDS,
                "clients\t" + CLIENTS,
                "calls\t" + calls.size(),
                "repeated calls\t"
                        + calls.stream().filter(call -> call.attempts() > 1).count(),
                "revisions\t" + model.revision(),
                "violations\t" + model.violations().size()));
        calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.method() + " " + call.outcome(), java.util.TreeMap::new, Collectors.counting()))
                .forEach((what, count) -> lines.add(what + "\t" + count));
        return lines;
    }

    private static void race(PowerProcess power, CrashablePostgres postgres, String site, Recording recording)
            throws Exception {
        ManagedChannel channel = power.channel();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try {
            var known = new AtomicReferenceArray<Reservation>(CLIENTS);
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                var calls = ReservationServiceGrpc.newBlockingStub(channel).withWaitForReady();
                clients.add(threads.submit(
                        new RacingClient(calls, site, known, recording, () -> System.nanoTime() - end > 0, i)));
            }
            crashUntil(end, power, postgres);
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
            channel.shutdownNow();
        }
    }

    private static void crashUntil(long end, PowerProcess power, CrashablePostgres postgres) throws Exception {
        boolean databaseCrashed = false;
        long next = System.nanoTime();
        for (; ; ) {
            next += TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_CRASHES);
            if (next - end > 0) {
                assertThat(databaseCrashed).isTrue();
                return;
            }
            while (System.nanoTime() - next < 0) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            if (!databaseCrashed && 2 * (end - next) <= TimeUnit.SECONDS.toNanos(SECONDS)) {
                postgres.crash();
                databaseCrashed = true;
            }
            power.crash();
        }
    }

    private interface Reader {
        void read(Transition entry);
    }

    private static void read(TestDatabase database, String site, Reader reader) throws SQLException {
        ContractFormat format = new ContractFormat();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT epoch, revision, at, request_id, fingerprint, body FROM site_event"
                                + " WHERE site = ? ORDER BY revision")) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            statement.setString(1, site);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID request = row.getObject(4, UUID.class);
                    reader.read(new Transition(
                            new Token(row.getLong(1), row.getLong(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(request).map(id -> new RequestKey(id, fingerprint(row))),
                            format.readChange(row.getBytes(6))));
                }
            }
        }
    }

    private static String fingerprint(ResultSet row) {
        try {
            return row.getString(5);
        } catch (SQLException failed) {
            throw new IllegalStateException("a fingerprint cannot be read", failed);
        }
    }

    private static Map<String, dev.emplace.power.domain.reservation.Reservation> stored(
            TestDatabase database, String site) throws SQLException {
        ContractFormat format = new ContractFormat();
        Map<String, dev.emplace.power.domain.reservation.Reservation> stored = new HashMap<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                PreparedStatement statement =
                        connection.prepareStatement("SELECT body FROM reservation WHERE site = ?")) {
            statement.setString(1, site);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var reservation = format.readReservation(row.getBytes(1));
                    stored.put(reservation.id(), reservation);
                }
            }
        }
        return stored;
    }
}
