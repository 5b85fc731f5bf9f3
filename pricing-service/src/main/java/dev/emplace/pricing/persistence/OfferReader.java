package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.catalog.StandingOffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes offers of rows, and counts those that it cannot: a newer replica has published their region or accelerator. */
final class OfferReader {

    private static final Logger LOG = Logger.getLogger(OfferReader.class);

    private final Reference reference;
    private int rows;
    private int unknown;

    OfferReader(Reference reference) {
        this.reference = reference;
    }

    /** Of the row that the result stands at. */
    Optional<StandingOffer> read(ResultSet row) throws SQLException {
        var feed = row.getString("feed");
        var offer = OfferColumns.read(row).toDomain(row.getString("offer_id"), reference, OwnershipColumns.read(row));
        rows++;
        unknown += offer.isPresent() ? 0 : 1;
        return offer.map(known -> new StandingOffer(known, feed));
    }

    /** Of all rows of a query. */
    List<StandingOffer> standing(Sql sql, String query, @Nullable Object... values) throws SQLException {
        var offers = new ArrayList<StandingOffer>();
        sql.forEach(row -> read(row).ifPresent(offers::add), query, values);
        return offers;
    }

    void warnOfUnknown() {
        if (unknown > 0) {
            LOG.warnf(
                    "%d of %d offers name a region or an accelerator that this version of the service does not know",
                    unknown, rows);
        }
    }
}
