package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.PowerSupply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The limits of one rack itself: what is out or may fail, its feeds, its heat. */
final class RackRules {
    private final List<LoadState> states;
    private final Survival survival;

    RackRules(List<LoadState> states, Survival survival) {
        this.states = states;
        this.survival = survival;
    }

    Optional<Binding> check(Tap tap, RackLoad load) {
        return first(state -> lastPath(state.plant.taps[tap.index], load))
                .or(() -> first(state -> feeds(state, state.plant.taps[tap.index], load)))
                .or(() -> first(state -> heat(state, tap, load)));
    }

    private interface Rule {
        Optional<Binding> check(LoadState state);
    }

    private Optional<Binding> first(Rule rule) {
        for (LoadState state : states) {
            Optional<Binding> broken = rule.check(state);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /**
     * Nobody is promised power for a time at which it is known to be out; and what must survive any single failure
     * keeps a feed, and units for its heat, in every scenario.
     */
    private Optional<Binding> lastPath(Tap tap, RackLoad load) {
        return tap.out
                .of(load)
                .or(() -> survival.acceptsFailures() ? Optional.empty() : tap.losing.of(load))
                .map(failed -> new Binding(LimitKind.LAST_PATH, failed, failed, 0, 0, load.watts()));
    }

    /** A machine needs its watts from the supplies on the feeds that live: dual-corded is not 2N. */
    Optional<Binding> supplies(Tap tap, PowerSupply supply, long machineWatts) {
        return first(state -> feedStates(state.plant.taps[tap.index])
                .map(feeds -> new Binding(
                        LimitKind.POWER_SUPPLY,
                        tap.group.id(),
                        feeds.scenario(),
                        supply.deliverable(tap.group.fedBy().size(), feeds.mask()),
                        0,
                        machineWatts))
                .filter(binding -> !binding.fits())
                .findFirst());
    }

    /** Those that a load must live through. */
    private Stream<Tap.FeedState> feedStates(Tap tap) {
        return tap.feedStates.stream().limit(survival.acceptsFailures() ? 1 : tap.feedStates.size());
    }

    /** Load moves to the feeds that live whether or not its holder needs it to: it must not trip its neighbours. */
    private static Optional<Binding> feeds(LoadState state, Tap tap, RackLoad load) {
        int rack = tap.firstRack + load.rack();
        for (int i = 0; i < tap.feedStates.size(); i++) {
            Tap.FeedState feeds = tap.feedStates.get(i);
            long limit = tap.group.feedLimitWatts() * feeds.live();
            long present = i == 0 ? state.watts(rack) : state.firmWatts(rack);
            long more = i > 0 && load.sheds() ? 0 : load.watts();
            if (more > 0 && present + more > limit) {
                String name = tap.rackName(load.rack());
                return Optional.of(new Binding(LimitKind.RACK_FEED, name, feeds.scenario(), limit, present, more));
            }
        }
        return Optional.empty();
    }

    private static Optional<Binding> heat(LoadState state, Tap tap, RackLoad load) {
        int rack = tap.firstRack + load.rack();
        return heat(state, tap, load, tap.group.airLimitWatts(), state.air[rack], load.airWatts())
                .or(() -> heat(state, tap, load, tap.group.liquidLimitWatts(), state.liquid[rack], load.liquidWatts()));
    }

    private static Optional<Binding> heat(
            LoadState state, Tap tap, RackLoad load, long limit, long present, long more) {
        if (present + more <= limit) {
            return Optional.empty();
        }
        String scenario = state.plant.scenarios.get(0).name();
        return Optional.of(new Binding(LimitKind.RACK_HEAT, tap.rackName(load.rack()), scenario, limit, present, more));
    }
}
