package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookChanges;
import dev.emplace.pricing.domain.catalog.BookMark;
import dev.emplace.pricing.domain.catalog.StandingOffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What revisions said of offers, in their order. The newest that covers an instant is what holds then, whatever had been
 * said before; where none does, it may still have ended something, and what holds has to be looked for.
 */
final class LastSaid {

    private final OfferReader offers;

    /** Empty where there is no such offer, or none that this version of the service knows. */
    private final Map<String, Optional<StandingOffer>> decided = new HashMap<>();

    private final Set<String> touched = new HashSet<>();

    LastSaid(OfferReader offers) {
        this.offers = offers;
    }

    void add(ResultSet row) throws SQLException {
        var id = row.getString("offer_id");
        touched.add(id);
        if (row.getBoolean("holds")) {
            decided.put(id, row.getBoolean("withdrawn") ? Optional.empty() : offers.read(row));
        }
    }

    /** Something that had been said of it before began or ended. */
    void turned(ResultSet row) throws SQLException {
        touched.add(row.getString("offer_id"));
    }

    Collection<String> undecided() {
        return touched.stream().filter(id -> !decided.containsKey(id)).toList();
    }

    /** @param looked what holds of the undecided */
    BookChanges changes(BookMark mark, List<StandingOffer> looked) {
        var standing = new ArrayList<>(looked);
        decided.values().forEach(offer -> offer.ifPresent(standing::add));
        var gone = new HashSet<>(touched);
        standing.forEach(each -> gone.remove(each.offer().id()));
        return new BookChanges(mark, standing, gone);
    }
}
