package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.PriceFeed;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** What the feeds published last. */
@ApplicationScoped
class FeedRows implements PanacheRepositoryBase<FeedRow, String> {

    /** Whether this is no more than what was published last: the same, or an older edition. */
    boolean holds(PriceFeed feed) {
        return findByIdOptional(feed.name())
                .filter(row -> row.edition > feed.edition() || row.digest.equals(feed.digest()))
                .isPresent();
    }

    void record(PriceFeed feed, Publication publication) {
        var row = findByIdOptional(publication.feed()).orElseGet(FeedRow::new);
        row.name = publication.feed();
        row.digest = feed.digest();
        row.edition = feed.edition();
        row.revision = publication.revision();
        row.publishedTime = publication.time();
        persist(row);
    }
}
