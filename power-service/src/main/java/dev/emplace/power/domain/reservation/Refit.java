package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.capacity.RackLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which live reservations no longer fit where they stand under another topology; the older ones go first. */
final class Refit {
    private final Plant plant;
    private final Calendar calendar;

    Refit(Plant plant, Instant now) {
        this.plant = plant;
        this.calendar = new Calendar(plant, now);
    }

    /** Ids of those that do not fit. */
    List<String> broken(Collection<Reservation> live) {
        List<String> broken = new ArrayList<>();
        live.stream()
                .sorted(Comparator.comparing(Reservation::created).thenComparing(Reservation::id))
                .filter(reservation -> !hold(reservation))
                .forEach(reservation -> broken.add(reservation.id()));
        return broken;
    }

    private boolean hold(Reservation reservation) {
        List<LoadState> states = calendar.over(reservation.span());
        boolean fits = reservation.held().stream().allMatch(load -> plant.hasRack(load.group(), load.rack()))
                && fits(states, reservation);
        calendar.forget(reservation.span());
        if (fits) {
            calendar.hold(reservation.id(), reservation.span(), reservation.held());
        }
        return fits;
    }

    private boolean fits(List<LoadState> states, Reservation reservation) {
        Placer placer = new Placer(plant, states, reservation.demand().survival());
        List<RackLoad> held = reservation.held();
        int placed = 0;
        while (placed < held.size() && placer.placeWhereItStands(held.get(placed))) {
            placed++;
        }
        held.subList(0, placed).forEach(load -> states.forEach(state -> state.remove(load)));
        return placed == held.size();
    }
}
