package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.errors.Failure;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.domain.topology.TopologyReview;
import dev.emplace.power.ledger.Limits;
import dev.emplace.power.ledger.RecordedCall;
import dev.emplace.power.ledger.Recording;
import dev.emplace.power.ledger.SequentialModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threads that race each other at several writers of one site, in one process: time passes, leases lapse and fall quiet,
 * quotas change, and commits end in the dark. The journal and what callers were told is held against the sequential model.
 */
class ConcurrentDesksTest {
    private static final int WRITERS = 3;
    private static final int CALLERS = 6;
    private static final int CALLS = 120;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final MemoryJournal journal = new MemoryJournal();
    private final Semaphore lock = new Semaphore(1);
    private final Recording recording = new Recording();
    private final List<Reservation> known = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverComesBetweenTheJournalIsOneStoryAndWhatWasToldIsInIt(long seed) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<SiteDesk> desks = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                desks.add(new SiteDesk(
                        "test",
                        new Locked(new Random(seed * 31 + i)),
                        TestDesk.DRAWS,
                        new TopologyReview(TestDesk.DRAWS::knows),
                        threads,
                        () -> {}));
            }
            TestDesk.run(desks.get(0), new Command.Apply(TestDesk.key(), SiteDeskTest.site(), "", false, ""));
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                callers.add(threads.submit(() -> call(desks, caller, new Random(seed * 100 + caller))));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        } finally {
            threads.shutdownNow();
        }
        SequentialModel model = new SequentialModel(new Limits(SiteDeskTest.site()));
        journal.kept.forEach(model::apply);
        model.compare(recording.calls());
        assertThat(model.violations()).isEmpty();
        assertThat(journal.kept).hasSizeGreaterThan(CALLS);
        assertThat(recording.calls()).extracting(RecordedCall::outcome).contains(RecordedCall.OK, "QUOTA_EXCEEDED");
    }

    private void call(List<SiteDesk> desks, int caller, Random random) {
        for (int i = 0; i < CALLS; i++) {
            SiteDesk desk = desks.get(random.nextInt(desks.size()));
            if (random.nextInt(8) == 0) {
                pass(random);
            }
            call(desk, caller, command(random));
        }
    }

    private Command command(Random random) {
        RequestKey key = TestDesk.key();
        Optional<Reservation> some = known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.get(Math.max(0, known.size() - 1 - random.nextInt(8))));
        int kind = random.nextInt(12);
        if (kind == 0) {
            return new Command.SetQuotas(
                    key,
                    List.of(new Quota("a", OptionalLong.of(1_000L * random.nextInt(12)), Map.of(), List.of())),
                    "",
                    false);
        }
        if (kind < 6 || some.isEmpty()) {
            Window window = random.nextInt(4) == 0
                    ? new Window(
                            Optional.of(journal.now.plusSeconds(60L * random.nextInt(120))),
                            Optional.of(journal.now.plusSeconds(60L * (121 + random.nextInt(120)))))
                    : Window.FROM_NOW_ON;
            return new Command.Create(
                    key,
                    new Demand(TestDesk.watts(1, 500L * (1 + random.nextInt(8))), window, Survival.ANY_SINGLE_FAILURE),
                    Duration.ofMinutes(2),
                    random.nextBoolean() ? "a/" + kind : "b",
                    false,
                    Payload.NONE);
        }
        String id = some.get().id();
        return switch (kind) {
            case 6, 7 -> new Command.Confirm(key, id, "", Optional.of(LEASE).filter(lease -> random.nextBoolean()));
            case 8 -> new Command.Renew(key, id, "", LEASE);
            case 9 ->
                new Command.Resize(
                        key, id, "", TestDesk.watts(1, 500L * (1 + random.nextInt(8))), false, Optional.empty());
            default -> new Command.Release(key, id, "");
        };
    }

    /** Time passes, and some of what lapsed has fallen quiet. */
    private void pass(Random random) {
        lock.acquireUninterruptibly();
        try {
            journal.now = journal.now.plusSeconds(random.nextInt(400));
            new ArrayList<>(known)
                    .stream()
                            .filter(each -> random.nextInt(3) == 0)
                            .forEach(each -> journal.quiet.put(
                                    each.id(),
                                    new QuietRun(
                                            journal.now.minusSeconds(random.nextInt(900)),
                                            journal.now.minusSeconds(random.nextInt(90)),
                                            random.nextInt(200),
                                            150)));
        } finally {
            lock.release();
        }
    }

    private void call(SiteDesk desk, int caller, Command command) {
        long started = System.nanoTime();
        String outcome = RecordedCall.OK;
        long revision = 0;
        String id = "";
        String state = "";
        try {
            Outcome told = desk.submit(command, () -> false).join();
            revision = told.revision();
            if (told.change() instanceof Change.OfReservation of) {
                id = of.reservation().id();
                state = of.reservation().state().name();
                known.add(of.reservation());
            }
        } catch (CompletionException refused) {
            assertThat(refused.getCause()).isInstanceOf(Failure.class);
            Failure failure = (Failure) refused.getCause();
            outcome = failure.reason().toString();
        }
        recording.add(new RecordedCall(
                caller,
                started,
                System.nanoTime(),
                1,
                command.getClass().getSimpleName(),
                command.request().id(),
                id,
                outcome,
                revision,
                state));
    }

    /** The journal in memory for one batch at a time; some of its commits end in the dark, kept or not. */
    private final class Locked implements Journal {
        private final Random random;

        Locked(Random random) {
            this.random = random;
        }

        @Override
        public Session lock(String site) {
            lock.acquireUninterruptibly();
            int fate = random.nextInt(60);
            journal.next = fate == 0
                    ? MemoryJournal.Fate.KEPT_UNTOLD
                    : fate == 1 ? MemoryJournal.Fate.LOST_UNTOLD : MemoryJournal.Fate.TOLD;
            return new Unlocking(journal.lock(site));
        }

        @Override
        public Progress progress() {
            lock.acquireUninterruptibly();
            try {
                return journal.progress();
            } finally {
                lock.release();
            }
        }
    }

    private final class Unlocking implements Journal.Session {
        private final Journal.Session session;

        Unlocking(Journal.Session session) {
            this.session = session;
        }

        @Override
        public Journal.Head head() {
            return session.head();
        }

        @Override
        public Optional<Journal.Standing> standing() {
            return session.standing();
        }

        @Override
        public List<Transition> since(long revision) {
            return session.since(revision);
        }

        @Override
        public Map<UUID, Transition> outcomes(Collection<UUID> requests) {
            return session.outcomes(requests);
        }

        @Override
        public Map<String, QuietRun> quiet(Collection<String> reservations) {
            return session.quiet(reservations);
        }

        @Override
        public Optional<Reservation> reservation(String id) {
            return session.reservation(id);
        }

        @Override
        public void commit(List<Transition> transitions, Journal.Head head) {
            session.commit(transitions, head);
        }

        @Override
        public void close() {
            session.close();
            lock.release();
        }
    }
}
