package dev.emplace.power.config;

import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Journal;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.ReservationState;
import dev.emplace.power.domain.reservation.Transition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A journal that measures its batches. */
final class MeasuredJournal implements Journal {
    private final Journal journal;
    private final Timer locks;
    private final Timer commits;
    private final DistributionSummary sizes;
    private final Map<ReservationState, Counter> asked;
    private final Map<ReservationState, Counter> due;
    private final Map<ReservationState, Counter> metered;

    MeasuredJournal(Journal journal, MeterRegistry registry) {
        this.journal = journal;
        this.locks = Timer.builder("emplace.ledger.lock")
                .description("Time until a batch held its site's lock: other replicas' batches, and the database")
                .register(registry);
        this.commits = Timer.builder("emplace.ledger.commit")
                .description("Time that writing and committing a batch took")
                .register(registry);
        this.sizes = DistributionSummary.builder("emplace.ledger.batch.size")
                .description("Changes that one batch committed together")
                .baseUnit("changes")
                .register(registry);
        this.asked = counters(registry, "caller");
        this.due = counters(registry, "time");
        this.metered = counters(registry, "meter");
    }

    private static Map<ReservationState, Counter> counters(MeterRegistry registry, String by) {
        Map<ReservationState, Counter> counters = new EnumMap<>(ReservationState.class);
        for (ReservationState state : ReservationState.values()) {
            counters.put(
                    state,
                    Counter.builder("emplace.reservations")
                            .description("Reservations that came to a state, by a caller, by time or by a meter")
                            .tag("state", state.name())
                            .tag("by", by)
                            .register(registry));
        }
        return counters;
    }

    @Override
    public Session lock(String site) {
        return new MeasuredSession(locks.record(() -> journal.lock(site)));
    }

    @Override
    public Progress progress() {
        return journal.progress();
    }

    private void count(Transition transition) {
        if (transition.change() instanceof Change.OfReservation of) {
            Objects.requireNonNull(by(transition, of.reservation())
                            .get(of.reservation().state()))
                    .increment();
        }
    }

    private Map<ReservationState, Counter> by(Transition transition, Reservation reservation) {
        if (transition.request().isPresent()) {
            return asked;
        }
        return reservation.quiet().isPresent() ? metered : due;
    }

    private final class MeasuredSession implements Session {
        private final Session session;

        MeasuredSession(Session session) {
            this.session = session;
        }

        @Override
        public void commit(List<Transition> transitions, Head head) {
            commits.record(() -> session.commit(transitions, head));
            sizes.record(transitions.size());
            transitions.forEach(MeasuredJournal.this::count);
        }

        @Override
        public Head head() {
            return session.head();
        }

        @Override
        public Optional<Standing> standing() {
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
        public void close() {
            session.close();
        }
    }
}
