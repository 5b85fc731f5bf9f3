package dev.emplace.power.domain.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Power that the racks of a group could still take and that something above them does not let through.
 *
 * @param rackWatts what the racks' own feeds and cooling have left, together
 * @param usableWatts what of it can be added to this group alone, each limit holding in every scenario
 * @param binding what stops more; empty if nothing above the racks does
 */
public record Stranded(String group, long rackWatts, long usableWatts, Optional<Binding> binding) {
    public long strandedWatts() {
        return rackWatts - usableWatts;
    }

    /** Groups that strand something, the most first. */
    public static List<Stranded> of(List<LoadState> states) {
        List<RackLoad> left = EvenSpread.share(states, EvenSpread.WHOLE);
        return left.stream()
                .map(group -> of(group, states))
                .filter(stranded -> stranded.strandedWatts() > 0)
                .sorted(Comparator.comparingLong(Stranded::strandedWatts)
                        .reversed()
                        .thenComparing(Stranded::group))
                .toList();
    }

    /** By halving: limits only get tighter as watts are added. */
    private static Stranded of(RackLoad all, List<LoadState> states) {
        Optional<Binding> binding = broken(all, all.watts(), states);
        if (binding.isEmpty()) {
            return new Stranded(all.group(), all.watts(), all.watts(), binding);
        }
        long low = 0;
        long high = all.watts() - 1;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            Optional<Binding> broken = broken(all, middle, states);
            if (broken.isEmpty()) {
                low = middle;
            } else {
                binding = broken;
                high = middle - 1;
            }
        }
        return new Stranded(all.group(), all.watts(), low, binding);
    }

    private static Optional<Binding> broken(RackLoad all, long watts, List<LoadState> states) {
        long liquid = all.watts() == 0 ? 0 : (long) ((double) all.liquidWatts() * watts / all.watts());
        RackLoad load = new RackLoad(all.group(), 0, watts, liquid, "", 0, 0);
        return states.stream()
                .map(state -> probe(state, load))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Binding> probe(LoadState state, RackLoad load) {
        Trial trial = state.tryAdd(load);
        if (trial.fits()) {
            state.remove(load);
        }
        return trial.broken();
    }
}
