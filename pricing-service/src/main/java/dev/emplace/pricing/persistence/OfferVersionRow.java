package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.offers.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that was said of an offer, from a revision on and for a time; never changed once written. */
@Entity
@Immutable
@Table(name = "offer_version")
@SuppressWarnings("NullAway.Init") // filled by Hibernate or by the static methods below
class OfferVersionRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "offer_version_seq")
    @SequenceGenerator(name = "offer_version_seq", sequenceName = "offer_version_seq", allocationSize = 200)
    long id;

    @Column(name = "offer_id")
    String offerId;

    long revision;
    String feed;

    @Column(name = "published_time")
    Instant publishedTime;

    @Column(name = "effective_from")
    Instant effectiveFrom;

    @Column(name = "effective_until")
    @Nullable
    Instant effectiveUntil;

    boolean withdrawn;

    @Embedded
    OfferColumns offer;

    @Embedded
    @Nullable
    OwnershipColumns ownership;

    static OfferVersionRow of(Offer offer, Publication publication, Instant effectiveFrom) {
        var row = new OfferVersionRow();
        row.offerId = offer.id();
        row.revision = publication.revision();
        row.feed = publication.feed();
        row.publishedTime = publication.time();
        row.effectiveFrom = effectiveFrom;
        row.offer = OfferColumns.of(offer);
        row.ownership = offer.ownership().map(OwnershipColumns::of).orElse(null);
        return row;
    }

    /** Says that the offer is no more, from the publication on. */
    static OfferVersionRow withdrawal(Offer offer, Publication publication) {
        var row = of(offer, publication, publication.time());
        row.withdrawn = true;
        return row;
    }

    /** Empty where this replica does not know the offer's region or accelerator: a newer one has published it. */
    Optional<Offer> toDomain(Reference reference) {
        return offer.toDomain(offerId, reference, Optional.ofNullable(ownership));
    }
}
