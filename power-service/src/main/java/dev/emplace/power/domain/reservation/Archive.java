package dev.emplace.power.domain.reservation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads reservations where they are kept, resolved ones too. */
public interface Archive {
    /** Empty if there is no such site or no such reservation in it. */
    Optional<Found> find(String site, String reservation);

    /** Those of a site with these ids, by id; what there is not is missing. */
    Map<String, Reservation> all(String site, Collection<String> ids);

    /** Reservations after that id, in order of their ids, with the revision of the site that they were read at. */
    Listing list(String site, Set<ReservationState> states, Optional<String> after, int limit);

    /** A reservation and the revision of its site. */
    record Found(Reservation reservation, long revision) {}

    /** Reservations and the revision of their site. */
    record Listing(List<Reservation> reservations, long revision) {
        public Listing {
            reservations = List.copyOf(reservations);
        }
    }
}
