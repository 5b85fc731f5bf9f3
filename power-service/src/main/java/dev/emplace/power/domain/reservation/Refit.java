package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Timetable;
import dev.emplace.power.domain.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which live reservations no longer fit where they stand under another topology.
 *
 * <p>Those stay first that must survive most, and of these the older ones: what does not fit after them is the order
 * in which to shed.
 */
final class Refit {
    private static final Comparator<Reservation> FIRST_TO_STAY = Comparator.comparing(
                    (Reservation reservation) -> reservation.demand().survival())
            .reversed()
            .thenComparing(Reservation::created)
            .thenComparing(Reservation::id);

    private final Calendar calendar;

    Refit(Topology topology, Instant now) {
        this.calendar = new Calendar(Timetable.of(topology), now);
    }

    /** Ids of those that do not fit, the last to shed first. */
    List<String> broken(Collection<Reservation> live) {
        List<String> broken = new ArrayList<>();
        live.stream()
                .sorted(FIRST_TO_STAY)
                .filter(reservation -> !hold(reservation))
                .forEach(reservation -> broken.add(reservation.id()));
        return broken;
    }

    private boolean hold(Reservation reservation) {
        List<LoadState> states = calendar.over(reservation.span());
        boolean fits = reservation.held().stream().allMatch(calendar::hasRack) && fits(states, reservation);
        calendar.forget(reservation.span());
        if (fits) {
            calendar.hold(reservation.id(), reservation.span(), reservation.held());
        }
        return fits;
    }

    private boolean fits(List<LoadState> states, Reservation reservation) {
        Placer placer =
                new Placer(calendar.plant(), states, reservation.demand().survival());
        List<RackLoad> held = reservation.held();
        int placed = 0;
        while (placed < held.size() && placer.placeWhereItStands(held.get(placed))) {
            placed++;
        }
        held.subList(0, placed).forEach(load -> states.forEach(state -> state.remove(load)));
        return placed == held.size();
    }
}
