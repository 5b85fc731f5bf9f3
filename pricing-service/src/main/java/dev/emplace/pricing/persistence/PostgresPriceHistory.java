package dev.emplace.pricing.persistence;

import dev.emplace.pricing.config.HistoryConfig;
import dev.emplace.pricing.domain.catalog.BookMark;
import dev.emplace.pricing.domain.catalog.OfferVersion;
import dev.emplace.pricing.domain.catalog.OutsideHistoryException;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.PublishedOffers;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.catalog.StandingOffer;
import dev.emplace.pricing.domain.catalog.Vantage;
import dev.emplace.pricing.domain.offers.Offer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The history of prices in PostgreSQL, for as long as it is kept; every time is the database's. */
@Singleton
final class PostgresPriceHistory implements PriceHistory {

    /** Now, since when anything is known, and the last revision that was there at a time. */
    private static final String LOOK = """
            SELECT clock_timestamp(), (SELECT min(published_time) FROM publication), catalog.revision,
                (SELECT revision FROM publication WHERE published_time <= ?
                    ORDER BY published_time DESC, revision DESC LIMIT 1)
            FROM catalog
            """;

    private final DataSource database;
    private final OfferVersionRows versions;
    private final StandingRows standing;
    private final Reference reference;
    private final HistoryConfig config;

    PostgresPriceHistory(
            DataSource database,
            OfferVersionRows versions,
            StandingRows standing,
            Reference reference,
            HistoryConfig config) {
        this.database = database;
        this.versions = versions;
        this.standing = standing;
        this.reference = reference;
        this.config = config;
    }

    @Override
    public Vantage vantage(Optional<Instant> asOf, Optional<Instant> effective) {
        var look = look(asOf);
        var kept = look.now().minus(config.kept());
        var oldest = Collections.max(List.of(kept, look.first()));
        asOf.filter(oldest::isAfter).ifPresent(asked -> {
            throw OutsideHistoryException.before("as_of_time", asked, oldest);
        });
        asOf.filter(look.now()::isBefore).ifPresent(asked -> {
            throw OutsideHistoryException.after("as_of_time", asked, look.now());
        });
        effective.filter(kept::isAfter).ifPresent(asked -> {
            throw OutsideHistoryException.before("effective_time", asked, kept);
        });
        return new Vantage(look.revision(), effective.orElse(look.now()));
    }

    private record Look(Instant now, Instant first, long revision) {}

    private Look look(Optional<Instant> asOf) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOOK)) {
            statement.setObject(1, asOf.orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                row.next();
                var now = row.getObject(1, OffsetDateTime.class).toInstant();
                var first = Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(now);
                return new Look(now, first, row.getLong(asOf.isPresent() ? 4 : 3));
            }
        } catch (SQLException failed) {
            throw new PriceBookException("the history of prices could not be read", failed);
        }
    }

    @Override
    public Optional<Offer> offer(String id, Vantage vantage) {
        return standing.holding(List.of(id), vantage.revision(), vantage.effective()).stream()
                .map(StandingOffer::offer)
                .findFirst();
    }

    @Override
    public PublishedOffers read(Vantage vantage) {
        var mark = new BookMark(vantage.revision(), vantage.effective(), 0, Map.of());
        return new PublishedOffers(mark, standing.holding(vantage.revision(), vantage.effective()));
    }

    @Override
    public List<OfferVersion> versions(String id) {
        return versions.of(id).stream()
                .flatMap(row -> row.toVersion(reference).stream())
                .toList();
    }
}
