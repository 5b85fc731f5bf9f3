package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.Binding;
import dev.emplace.power.domain.topology.Difference;
import java.util.List;
import java.util.Optional;

/** What became of a site: one of its reservations changed, or its topology or quotas did. */
public sealed interface Change {
    /**
     * A reservation as it is after the change.
     *
     * @param next on creation, the limit that would be met next
     * @param payload on creation, what is kept with it; the journal does not tell it again
     */
    record OfReservation(Reservation reservation, Optional<Binding> next, Payload payload) implements Change {
        public OfReservation(Reservation reservation, Optional<Binding> next) {
            this(reservation, next, Payload.NONE);
        }
    }

    /**
     * A site as it is after the change.
     *
     * @param broken ids of reservations that no longer fit, where that was forced
     * @param curtailed ids of those that a curtailment leaves no power for, the first to shed first
     */
    record OfSite(
            Site site,
            List<Difference> differences,
            List<String> warnings,
            List<String> broken,
            List<String> curtailed,
            String forceReason)
            implements Change {
        public OfSite {
            differences = List.copyOf(differences);
            warnings = List.copyOf(warnings);
            broken = List.copyOf(broken);
            curtailed = List.copyOf(curtailed);
        }
    }

    /** The quotas of a site as they are after the change; the site is as it was. */
    record OfQuotas(Site site, Quotas quotas) implements Change {}
}
