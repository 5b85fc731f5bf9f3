package dev.emplace.power.domain.reservation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads reservations where they are kept, resolved ones too. */
public interface Archive {
    /** Empty if there is no such site or no such reservation in it. */
    Optional<Found> find(String site, String reservation);

    /** Those of a site with these ids, by id; what there is not is missing. */
    Map<String, Reservation> all(String site, Collection<String> ids);

    /** What the creation under that request id led to, within the time for which ids are kept; else empty. */
    Optional<Created> created(UUID request);

    /** Reservations after that id, in order of their ids, with the revision of the site that they were read at. */
    Listing list(String site, Set<ReservationState> states, Optional<String> after, int limit);

    /** A reservation, what is kept with it, and the revision of its site. */
    record Found(Reservation reservation, Payload payload, long revision) {}

    /** A reservation that was found by its creation. */
    record Created(String site, Found found) {}

    /** Reservations and the revision of their site. */
    record Listing(List<Reservation> reservations, long revision) {
        public Listing {
            reservations = List.copyOf(reservations);
        }
    }
}
