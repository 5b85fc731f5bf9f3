package dev.emplace.power.domain.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Load spread evenly over what the racks of a site have left.
 *
 * <p>The racks of a group hang on the same feeds and cooling, so what they take together runs up their paths as one
 * load: the same as rack by rack but for the rounding of single watts.
 */
public final class EvenSpread {
    static final int WHOLE = 1_000;

    private EvenSpread() {}

    /** The most IT watts that may be added beside every state, each limit holding in every scenario. */
    public static long room(List<LoadState> states) {
        List<Left> left = left(states);
        return watts(shareOf(left, most(states, left)));
    }

    /** Half of the room beside one state; where there is no room at all, a token watt a group. */
    static List<RackLoad> halfOfRoom(LoadState state) {
        List<Left> left = left(List.of(state));
        List<RackLoad> half = shareOf(left, most(List.of(state), left) / 2);
        return watts(half) > 0 ? half : token(half);
    }

    /** That many watts over what the racks of an empty site may take; the last group takes what rounding leaves. */
    static List<RackLoad> spread(LoadState empty, long wanted) {
        List<RackLoad> full = share(List.of(empty), WHOLE);
        double part = (double) wanted / watts(full);
        List<RackLoad> loads = new ArrayList<>();
        long left = wanted;
        for (int i = 0; i < full.size(); i++) {
            RackLoad most = full.get(i);
            long watts = i == full.size() - 1 ? left : Math.min(left, Math.round(most.watts() * part));
            long liquid = most.watts() == 0 ? 0 : Math.round((double) watts * most.liquidWatts() / most.watts());
            loads.add(new RackLoad(most.group(), 0, watts, liquid, "", 0, 0));
            left -= watts;
        }
        return loads;
    }

    private static List<RackLoad> token(List<RackLoad> groups) {
        return groups.stream()
                .map(group -> new RackLoad(group.group(), 0, 1, 0, "", 0, 0))
                .toList();
    }

    private static long watts(List<RackLoad> loads) {
        return loads.stream().mapToLong(RackLoad::watts).sum();
    }

    private static int most(List<LoadState> states, List<Left> left) {
        int low = 0;
        int high = WHOLE;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (holds(states, shareOf(left, middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static boolean holds(List<LoadState> states, List<RackLoad> loads) {
        states.forEach(state -> loads.forEach(state::add));
        boolean holds = states.stream().allMatch(LoadState::holds);
        states.forEach(state -> loads.forEach(state::remove));
        return holds;
    }

    /** For each group one load, of that many thousandths of what its racks have left in every state. */
    static List<RackLoad> share(List<LoadState> states, int thousandths) {
        return shareOf(left(states), thousandths);
    }

    private static List<RackLoad> shareOf(List<Left> left, int thousandths) {
        return left.stream().map(group -> group.share(thousandths)).toList();
    }

    /** By group; looks at every rack, so once for many shares. */
    private static List<Left> left(List<LoadState> states) {
        return Stream.of(states.get(0).plant.taps)
                .map(tap -> Left.of(tap, states))
                .toList();
    }

    /** What the racks of a group have left together: by their feeds and cooling, by air, and by liquid. */
    private record Left(String group, long watts, long air, long liquid) {
        static Left of(Tap tap, List<LoadState> states) {
            Left sum = new Left(tap.group.id(), 0, 0, 0);
            for (int rack = tap.firstRack; rack < tap.firstRack + tap.group.rackCount(); rack++) {
                sum = sum.plus(of(tap, rack, states));
            }
            return sum;
        }

        RackLoad share(int thousandths) {
            long part = watts * thousandths / WHOLE;
            long liquidPart = watts == 0 ? 0 : (long) ((double) part * liquid / (air + liquid));
            return new RackLoad(group, 0, part, liquidPart, "", 0, 0);
        }

        private static Left of(Tap tap, int rack, List<LoadState> states) {
            long feed = tap.group.feedLimitWatts();
            long air = tap.group.airLimitWatts();
            long liquid = tap.group.liquidLimitWatts();
            for (LoadState state : states) {
                Tap.Losing out = state.plant.taps[tap.index].out;
                feed = out.power().isPresent() ? 0 : Math.min(feed, tap.group.feedLimitWatts() - state.watts(rack));
                air = out.air().isPresent() ? 0 : Math.min(air, tap.group.airLimitWatts() - state.air[rack]);
                liquid = out.liquid().isPresent()
                        ? 0
                        : Math.min(liquid, tap.group.liquidLimitWatts() - state.liquid[rack]);
            }
            air = Math.max(0, air);
            liquid = Math.max(0, liquid);
            return new Left(tap.group.id(), Math.max(0, Math.min(feed, air + liquid)), air, liquid);
        }

        private Left plus(Left other) {
            return new Left(group, watts + other.watts, air + other.air, liquid + other.liquid);
        }
    }
}
