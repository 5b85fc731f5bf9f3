package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.PublishedOffers;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.offers.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The price book in PostgreSQL: rows are only added, so what is read as of a revision is one consistent state. */
@ApplicationScoped
class PostgresPriceBook implements PriceBook {

    private static final Logger LOG = Logger.getLogger(PostgresPriceBook.class);

    private final CatalogRows catalog;
    private final FeedRows feeds;
    private final OfferVersionRows versions;
    private final Reference reference;
    private final Clock clock;

    PostgresPriceBook(
            CatalogRows catalog, FeedRows feeds, OfferVersionRows versions, Reference reference, Clock clock) {
        this.catalog = catalog;
        this.feeds = feeds;
        this.versions = versions;
        this.reference = reference;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long revision() {
        return catalog.revision();
    }

    @Override
    @Transactional
    public PublishedOffers read() {
        long revision = catalog.revision();
        var rows = versions.holding(revision, clock.instant());
        var offers = known(rows);
        if (offers.size() < rows.size()) {
            LOG.warnf(
                    "%d of %d offers name a region or an accelerator that this version of the service does not know",
                    rows.size() - offers.size(), rows.size());
        }
        return new PublishedOffers(revision, offers);
    }

    @Override
    @Transactional
    public long publish(PriceFeed feed) {
        var row = catalog.lock();
        if (feeds.holds(feed)) {
            return row.revision;
        }
        var publication = new Publication(feed.name(), row.revision + 1, clock.instant());
        addChanges(feed, publication, row.revision);
        feeds.record(feed, publication);
        row.revision = publication.revision();
        return row.revision;
    }

    private void addChanges(PriceFeed feed, Publication publication, long before) {
        var standing = new HashMap<String, Offer>();
        known(versions.holdingOf(feed.name(), before, publication.time()))
                .forEach(offer -> standing.put(offer.id(), offer));
        for (var offer : feed.offers()) {
            var known = Optional.ofNullable(standing.remove(offer.id()));
            if (!known.equals(Optional.of(offer))) {
                versions.persist(OfferVersionRow.of(offer, publication, effectiveFrom(offer)));
            }
        }
        withdraw(standing, publication);
    }

    private void withdraw(Map<String, Offer> vanished, Publication publication) {
        vanished.values().forEach(offer -> versions.persist(OfferVersionRow.withdrawal(offer, publication)));
    }

    /** The day that its source says: a correction covers what it corrects, and counts since its revision is higher. */
    private static Instant effectiveFrom(Offer offer) {
        return offer.source().observed().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<Offer> known(List<OfferVersionRow> rows) {
        return rows.stream().flatMap(row -> row.toDomain(reference).stream()).toList();
    }
}
