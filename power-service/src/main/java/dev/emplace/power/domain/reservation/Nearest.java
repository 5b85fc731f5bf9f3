package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.draw.Workload;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What would fit in the place of a demand that was refused: the same elsewhere, less of it, under a cap, or later. */
public final class Nearest {
    private static final int SITES_NAMED = 5;
    private static final int STEP_WATTS = 50;
    private static final int LEAST_CAP_WATTS = 100;

    /** Each costs a placement in all that follows it. */
    private static final int STARTS_TRIED = 32;

    private final SiteBook book;
    private final Assessor assessor;

    public Nearest(SiteBook book, Assessor assessor) {
        this.book = book;
        this.assessor = assessor;
    }

    /** Metadata for the refusal of a new reservation, which says itself how much less fits; empty if nothing near fits. */
    public Map<String, String> to(String site, Demand demand) {
        Map<String, String> nearest = elsewhere(site, demand);
        book.view(site).map(Room::beside).ifPresent(room -> nearest.putAll(there(room, demand)));
        return nearest;
    }

    /** The same where a reservation was to hold another load, in its place and its window. */
    public Map<String, String> to(String site, Reservation resized, Load load) {
        Demand demand =
                new Demand(load, resized.demand().window(), resized.demand().survival());
        Map<String, String> nearest = elsewhere(site, demand);
        book.view(site).flatMap(view -> Room.inPlaceOf(view, resized)).ifPresent(room -> {
            nearest.putAll(there(room, demand));
            nearest.putAll(less(room, demand));
        });
        return nearest;
    }

    private Map<String, String> elsewhere(String site, Demand demand) {
        List<String> sites = book.sites().stream()
                .filter(view -> !view.site().name().equals(site) && assessor.fits(Room.beside(view), demand))
                .limit(SITES_NAMED)
                .map(view -> "sites/" + view.site().name())
                .toList();
        return new HashMap<>(sites.isEmpty() ? Map.of() : Map.of("fitting_sites", String.join(",", sites)));
    }

    private Map<String, String> there(Room room, Demand demand) {
        Map<String, String> nearest = new HashMap<>();
        cap(room, demand).ifPresent(watts -> nearest.put("fitting_cap_watts_per_accelerator", Integer.toString(watts)));
        later(room, demand).ifPresent(start -> nearest.put("fitting_start_time", start.toString()));
        return nearest;
    }

    /** The first time to come from which on the demand fits: room comes only where something ends or changes. */
    private Optional<Instant> later(Room room, Demand demand) {
        Instant asked = demand.window().at(room.view().time()).start();
        return room.changes().tailSet(asked, false).stream()
                .limit(STARTS_TRIED)
                .filter(start -> room.from(start, demand.window())
                        .filter(window -> assessor.fits(room, new Demand(demand.load(), window, demand.survival())))
                        .isPresent())
                .findFirst();
    }

    /** The highest cap, in steps of 50 W, under which the whole demand fits at its site. */
    private Optional<Integer> cap(Room room, Demand demand) {
        if (!(demand.load() instanceof Load.OfWorkload of)) {
            return Optional.empty();
        }
        Workload workload = of.workload();
        IntFunction<Load> capped = watts -> new Load.OfWorkload(workload.cappedAt(watts));
        if (!fits(room, demand, capped.apply(LEAST_CAP_WATTS))) {
            return Optional.empty();
        }
        int most = workload.capWatts() > 0 ? workload.capWatts() - STEP_WATTS : 1_400;
        return IntStream.iterate(most, cap -> cap >= LEAST_CAP_WATTS, cap -> cap - STEP_WATTS)
                .filter(cap -> fits(room, demand, capped.apply(cap)))
                .boxed()
                .findFirst();
    }

    /** The most accelerators, or racks, of the same that fit. */
    private Map<String, String> less(Room room, Demand demand) {
        if (demand.load() instanceof Load.OfWorkload of) {
            Workload workload = of.workload();
            return less(
                    InsufficientCapacityException.FITTING_ACCELERATORS,
                    room,
                    demand,
                    workload.accelerators(),
                    count -> new Load.OfWorkload(workload.withAccelerators(count)));
        }
        Load.OfWatts watts = (Load.OfWatts) demand.load();
        return less(
                InsufficientCapacityException.FITTING_RACKS,
                room,
                demand,
                watts.racks(),
                count -> new Load.OfWatts(watts.rackGroup(), count, watts.wattsPerRack()));
    }

    /** By halving: limits only get tighter as more is asked for. */
    private Map<String, String> less(String key, Room room, Demand demand, int refused, IntFunction<Load> ofSize) {
        int most = 0;
        int high = refused - 1;
        while (most < high) {
            int middle = (most + high + 1) / 2;
            if (fits(room, demand, ofSize.apply(middle))) {
                most = middle;
            } else {
                high = middle - 1;
            }
        }
        return most == 0 ? Map.of() : Map.of(key, Integer.toString(most));
    }

    private boolean fits(Room room, Demand demand, Load load) {
        return assessor.fits(room, new Demand(load, demand.window(), demand.survival()));
    }
}
