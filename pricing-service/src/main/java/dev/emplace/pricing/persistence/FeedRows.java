package dev.emplace.pricing.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the feeds published last. */
@ApplicationScoped
class FeedRows implements PanacheRepositoryBase<FeedRow, String> {

    Optional<String> digest(String feed) {
        return findByIdOptional(feed).map(row -> row.digest);
    }

    void record(String digest, Publication publication) {
        var row = findByIdOptional(publication.feed()).orElseGet(FeedRow::new);
        row.name = publication.feed();
        row.digest = digest;
        row.revision = publication.revision();
        row.publishedTime = publication.time();
        persist(row);
    }
}
