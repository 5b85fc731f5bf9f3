package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.SiteRevision;
import dev.emplace.platform.revision.Revisions;
import dev.emplace.power.domain.reservation.SiteBook;
import java.util.List;

/** The least revisions that callers ask to read from. */
final class MinRevision {
    private MinRevision() {}

    /** Reads of the database see all that was committed: a revision that is not there does not exist yet. */
    static void check(long seen, long least) {
        if (seen < least) {
            Revisions.await(() -> seen, least);
        }
    }

    /** Whether readers of the book already see that revision, so that there is nothing to wait for. */
    static boolean isSeen(SiteBook book, String site, long least) {
        return book.revision(site) >= least;
    }

    static boolean areSeen(SiteBook book, List<SiteRevision> least) {
        return least.stream()
                .allMatch(site -> isSeen(book, Names.siteId(site.getSite(), "min_revisions"), site.getRevision()));
    }

    /** Catches up and waits; blocking. */
    static void await(SiteBook book, String site, long least) {
        book.catchUp(site, least);
        Revisions.await(() -> book.revision(site), least);
    }

    static void await(SiteBook book, List<SiteRevision> least) {
        least.forEach(site -> await(book, Names.siteId(site.getSite(), "min_revisions"), site.getRevision()));
    }
}
