package dev.emplace.pricing.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Versions of offers, by what was believed when. */
@ApplicationScoped
class OfferVersionRows implements PanacheRepositoryBase<OfferVersionRow, Long> {

    /** Of each offer the version that holds at an instant, as believed at a revision: the newest that covers it. */
    private static final String HOLDING = """
            from OfferVersionRow v
            where not v.withdrawn
              and v.revision <= :revision
              and v.effectiveFrom <= :instant and (v.effectiveUntil is null or v.effectiveUntil > :instant)
              and v.revision = (
                select max(w.revision) from OfferVersionRow w
                where w.offerId = v.offerId
                  and w.revision <= :revision
                  and w.effectiveFrom <= :instant and (w.effectiveUntil is null or w.effectiveUntil > :instant))
            """;

    List<OfferVersionRow> holding(long revision, Instant instant) {
        return list(HOLDING, Map.of("revision", revision, "instant", instant));
    }
}
