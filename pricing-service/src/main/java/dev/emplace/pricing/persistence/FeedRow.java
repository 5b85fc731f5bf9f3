package dev.emplace.pricing.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a feed published last. */
@Entity
@Table(name = "price_feed")
@SuppressWarnings("NullAway.Init") // filled by Hibernate or by the one method that makes it
class FeedRow {

    @Id
    String name;

    String digest;
    int edition;
    long revision;

    @Column(name = "published_time")
    Instant publishedTime;
}
