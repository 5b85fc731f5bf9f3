package dev.emplace.power.config;

import dev.emplace.power.domain.reservation.Journal;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.Transition;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A journal that measures its batches. */
final class MeasuredJournal implements Journal {
    private final Journal journal;
    private final Timer locks;
    private final Timer commits;
    private final DistributionSummary sizes;

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
    }

    @Override
    public Session lock(String site) {
        return new MeasuredSession(locks.record(() -> journal.lock(site)));
    }

    @Override
    public Progress progress() {
        return journal.progress();
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
        public Optional<Reservation> reservation(String id) {
            return session.reservation(id);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
