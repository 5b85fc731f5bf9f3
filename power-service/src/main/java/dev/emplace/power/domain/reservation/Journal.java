package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.metering.QuietRun;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the transitions of sites are kept for good. */
public interface Journal {
    /**
     * Locks a site for one batch; others wait. A site that is not there yet is created, and is gone again unless the
     * batch commits something.
     *
     * @throws StorageUnavailableException if the database does not answer; nothing was changed
     */
    Session lock(String site);

    /** How far every site has come, and the database's time. */
    Progress progress();

    /** Revisions by site, and the time when they were read. */
    record Progress(Map<String, Long> revisions, Instant time) {}

    /**
     * Where a locked site stands.
     *
     * @param token epoch now, and revision of the last transition; revision 0 is a site without any
     * @param time of the database, read once the lock was held, but never before the last batch's
     */
    record Head(Token token, Instant time) {}

    /** One batch, while the site is locked. Closing it without a commit changes nothing. */
    interface Session extends AutoCloseable {
        Head head();

        /** The whole site as of the head; empty if it has never been applied. */
        Optional<Standing> standing();

        /** Transitions after that revision, in order; the earliest are missing where history was removed. */
        List<Transition> since(long revision);

        /** What kept requests led to, by id. */
        Map<UUID, Transition> outcomes(Collection<UUID> requests);

        /** Of these reservations, by id: what was metered at or below idle of late. */
        Map<String, QuietRun> quiet(Collection<String> reservations);

        /** A reservation, live or not. */
        Optional<Reservation> reservation(String id);

        /**
         * Keeps the transitions.
         *
         * @throws UnknownCommitException if it cannot be told whether they were kept
         * @throws StorageUnavailableException if they were not
         */
        void commit(List<Transition> transitions, Head head);

        @Override
        void close();
    }

    /** A site, what it holds, and the quotas of its tenants. */
    record Standing(Site site, List<Reservation> live, Quotas quotas) {}
}
