package dev.emplace.power.domain.reservation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What a tenant holds, or asks for.
 *
 * @param watts at the wall, at its peak
 * @param accelerators by their id; loads in watts have none
 */
public record Usage(long watts, Map<String, Long> accelerators) {
    public static final Usage NONE = new Usage(0, Map.of());

    public Usage {
        accelerators = Map.copyOf(accelerators);
    }

    static Usage of(Load load, long watts) {
        return load instanceof Load.OfWorkload of
                ? new Usage(watts, Map.of(of.workload().accelerator(), (long)
                        of.workload().accelerators()))
                : new Usage(watts, Map.of());
    }

    static Usage of(Reservation reservation) {
        return of(reservation.demand().load(), reservation.heldWatts());
    }

    static Usage of(Collection<Reservation> reservations) {
        long watts = 0;
        Map<String, Long> accelerators = new HashMap<>();
        for (Reservation each : reservations) {
            watts += each.heldWatts();
            if (each.demand().load() instanceof Load.OfWorkload of) {
                accelerators.merge(
                        of.workload().accelerator(), (long) of.workload().accelerators(), Long::sum);
            }
        }
        return new Usage(watts, accelerators);
    }

    Usage plus(Usage other) {
        return add(other, 1);
    }

    Usage minus(Usage other) {
        return add(other, -1);
    }

    private Usage add(Usage other, int sign) {
        Map<String, Long> sums = new HashMap<>(accelerators);
        other.accelerators().forEach((kind, count) -> sums.merge(kind, sign * count, Long::sum));
        sums.values().removeIf(count -> count == 0);
        return new Usage(watts + sign * other.watts(), sums);
    }

    long accelerators(String kind) {
        return accelerators.getOrDefault(kind, 0L);
    }

    /** Whether it is no more than the other one in any respect. */
    boolean isWithin(Usage other) {
        return watts <= other.watts()
                && accelerators.entrySet().stream()
                        .allMatch(kind -> kind.getValue() <= other.accelerators(kind.getKey()));
    }
}
