package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.OfferVersion;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.offers.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that was said of an offer, from a revision on and for a time; never changed once written. */
@Entity
@Immutable
@Table(name = "offer_version")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class OfferVersionRow {

    @Id
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

    /** Where it stands among what its revision says; null for what an earlier version of the service wrote. */
    @Nullable
    Long position;

    @Embedded
    OfferColumns offer;

    @Embedded
    @Nullable
    OwnershipColumns ownership;

    /** Empty where this replica does not know the offer's region or accelerator: a newer one has published it. */
    Optional<Offer> toDomain(Reference reference) {
        return offer.toDomain(offerId, reference, Optional.ofNullable(ownership));
    }

    /** Empty as {@link #toDomain} is. */
    Optional<OfferVersion> toVersion(Reference reference) {
        return toDomain(reference)
                .map(said -> new OfferVersion(
                        said, revision, publishedTime, effectiveFrom, Optional.ofNullable(effectiveUntil), withdrawn));
    }

    /** Orders the versions of a revision: as the index of the table has it. */
    long index() {
        return position == null ? id : position;
    }
}
