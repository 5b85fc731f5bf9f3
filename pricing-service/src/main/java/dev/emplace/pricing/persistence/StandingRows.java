package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookChanges;
import dev.emplace.pricing.domain.catalog.BookMark;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.catalog.StandingOffer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * What holds, in bulk: a replica takes 65,000 changes up while callers wait for them, so rows are read as they arrive,
 * by no more than JDBC. However long the history is, it reads what holds and little else.
 */
@Singleton
final class StandingRows {

    /** Of each named offer the version that holds at an instant, as believed at a revision: the newest that covers it. */
    private static final String HOLDING = """
            SELECT holding.*
            FROM named CROSS JOIN LATERAL (
                SELECT * FROM offer_version AS version
                WHERE version.offer_id = named.id AND version.revision <= ?
                    AND version.effective_from <= ?
                    AND (version.effective_until IS NULL OR version.effective_until > ?)
                ORDER BY version.revision DESC LIMIT 1) AS holding
            WHERE NOT holding.withdrawn
            """;

    /** All offers, each found in the index behind the one before it. */
    private static final String ALL = """
            WITH RECURSIVE named AS (
                (SELECT offer_id AS id FROM offer_version ORDER BY offer_id LIMIT 1)
                UNION ALL
                SELECT (SELECT offer_id FROM offer_version WHERE offer_id > named.id ORDER BY offer_id LIMIT 1)
                FROM named WHERE named.id IS NOT NULL)
            """ + HOLDING;

    private static final String SOME = "WITH named AS (SELECT unnest(?::text[]) AS id) " + HOLDING;

    /** What revisions said, in their order, one range of the index: what it says of now needs no further look. */
    private static final String SAID = """
            SELECT *, effective_from <= ? AND (effective_until IS NULL OR effective_until > ?) AS holds
            FROM offer_version WHERE revision > ? AND revision <= ?
            ORDER BY revision, coalesce(position, id)
            """;

    /** Offers of which something that had been said before began or ended. */
    private static final String TURNED = """
            SELECT offer_id FROM offer_version
                WHERE effective_from > published_time AND effective_from > ? AND effective_from <= ?
            UNION SELECT offer_id FROM offer_version WHERE effective_until > ? AND effective_until <= ?
            """;

    private final DataSource database;
    private final Reference reference;

    StandingRows(DataSource database, Reference reference) {
        this.database = database;
        this.reference = reference;
    }

    /** All offers that hold at an instant, as believed at a revision. */
    List<StandingOffer> holding(long revision, Instant instant) {
        var time = Sql.time(instant);
        return read((sql, offers) -> offers.standing(sql, ALL, revision, time, time));
    }

    /** Of these offers those that hold. */
    List<StandingOffer> holding(Collection<String> ids, long revision, Instant instant) {
        return read((sql, offers) -> holding(sql, offers, ids, revision, instant));
    }

    /** What differs at the later of two marks. */
    BookChanges between(BookMark before, BookMark after) {
        return read((sql, offers) -> {
            var said = new LastSaid(offers);
            var now = Sql.time(after.time());
            sql.forEach(said::add, SAID, now, now, before.revision(), after.revision());
            var then = Sql.time(before.time());
            sql.forEach(said::turned, TURNED, then, now, then, now);
            return said.changes(after, holding(sql, offers, said.undecided(), after.revision(), after.time()));
        });
    }

    private static List<StandingOffer> holding(
            Sql sql, OfferReader offers, Collection<String> ids, long revision, Instant instant) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        var named = sql.connection().createArrayOf("text", ids.toArray());
        var time = Sql.time(instant);
        return offers.standing(sql, SOME, named, revision, time, time);
    }

    private <T> T read(Reading<T> reading) {
        return Sql.transact(database, "the offers that hold could not be read", sql -> {
            var offers = new OfferReader(reference);
            var result = reading.of(sql, offers);
            offers.warnOfUnknown();
            return result;
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Sql sql, OfferReader offers) throws SQLException;
    }
}
