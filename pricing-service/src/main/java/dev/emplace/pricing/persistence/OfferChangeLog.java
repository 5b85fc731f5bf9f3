package dev.emplace.pricing.persistence;

import dev.emplace.platform.watch.ChangeLog;
import dev.emplace.platform.watch.CompactedException;
import dev.emplace.platform.watch.Entry;
import dev.emplace.platform.watch.Position;
import dev.emplace.pricing.config.HistoryConfig;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.OfferChange;
import dev.emplace.pricing.domain.catalog.Reference;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The versions of offers as a log of changes: they are kept for a time after they were published, whatever became of them. */
@Singleton
final class OfferChangeLog implements ChangeLog<OfferChange> {

    /** The first revision that was published in the time that is kept, or else the one that will be next. */
    private static final String OLDEST = """
            SELECT coalesce(
                (SELECT revision FROM publication
                    WHERE published_time >= clock_timestamp() - make_interval(secs => ?)
                    ORDER BY published_time, revision LIMIT 1),
                (SELECT revision + 1 FROM catalog))
            """;

    private final OfferVersionRows versions;
    private final BookMarks marks;
    private final DataSource database;
    private final Reference reference;
    private final HistoryConfig config;
    private final LiveCatalog live;

    OfferChangeLog(
            OfferVersionRows versions,
            BookMarks marks,
            DataSource database,
            Reference reference,
            HistoryConfig config,
            LiveCatalog live) {
        this.versions = versions;
        this.marks = marks;
        this.database = database;
        this.reference = reference;
        this.config = config;
        this.live = live;
    }

    /**
     * No newer than this replica's catalog, which says who reads which sheet: a change that it does not know yet would be
     * kept from a new reader for ever, or told to one that no longer is.
     */
    @Override
    public long revision() {
        return live.isLoaded() ? live.revision() : marks.revision();
    }

    @Override
    public List<Entry<OfferChange>> from(Position first, long last, int limit) {
        var rows = versions.from(first.revision(), first.index(), last, limit);
        var previous = versions.before(rows);
        refuseCompacted(first);
        var changes = new ArrayList<Entry<OfferChange>>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            changes.add(entry(rows.get(i), previous.get(i)));
        }
        return changes;
    }

    /** A change that this version of the service does not understand keeps its place, and says nothing. */
    private Entry<OfferChange> entry(OfferVersionRow row, Optional<OfferVersionRow> previous) {
        var position = new Position(row.revision, row.index());
        var before = previous.filter(said -> !said.withdrawn).flatMap(said -> said.toDomain(reference));
        return new Entry<>(position, new OfferChange(row.toVersion(reference), before));
    }

    /** After the changes were read: what is removed meanwhile would be missing among them. */
    private void refuseCompacted(Position first) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OLDEST)) {
            statement.setLong(1, config.kept().toSeconds());
            try (var row = statement.executeQuery()) {
                row.next();
                if (first.revision() < row.getLong(1)) {
                    throw new CompactedException(first.revision(), row.getLong(1));
                }
            }
        } catch (SQLException failed) {
            throw new PriceBookException("the oldest revision could not be read", failed);
        }
    }
}
