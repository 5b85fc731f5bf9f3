package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.PowerSupply;
import java.util.List;
import java.util.Optional;

/** The limits of one rack itself: what a failure takes from it, its feeds, its heat. */
final class RackRules {
    private final List<LoadState> states;
    private final Survival survival;

    RackRules(List<LoadState> states, Survival survival) {
        this.states = states;
        this.survival = survival;
    }

    Optional<Binding> check(Tap tap, RackLoad load) {
        return lastPath(tap, load).or(() -> feeds(tap, load)).or(() -> heat(tap, load));
    }

    /** What must survive any single failure keeps a feed, and units for its heat, in every scenario. */
    private Optional<Binding> lastPath(Tap tap, RackLoad load) {
        if (survival == Survival.NO_FAILURE) {
            return Optional.empty();
        }
        return tap.losing
                .power()
                .or(() -> load.airWatts() > 0 ? tap.losing.air() : Optional.empty())
                .or(() -> load.liquidWatts() > 0 ? tap.losing.liquid() : Optional.empty())
                .map(failed -> new Binding(LimitKind.LAST_PATH, failed, failed, 0, 0, load.watts()));
    }

    /** A machine needs its watts from the supplies on the feeds that live: dual-corded is not 2N. */
    Optional<Binding> supplies(Tap tap, PowerSupply supply, long machineWatts) {
        int feeds = tap.group.fedBy().size();
        return tap.feedStates.stream()
                .limit(survival == Survival.NO_FAILURE ? 1 : tap.feedStates.size())
                .map(state -> new Binding(
                        LimitKind.POWER_SUPPLY,
                        tap.group.id(),
                        state.scenario(),
                        supply.deliverable(feeds, state.mask()),
                        0,
                        machineWatts))
                .filter(binding -> !binding.fits())
                .findFirst();
    }

    /** Load moves to the feeds that live whether or not its holder needs it to: it must not trip its neighbours. */
    private Optional<Binding> feeds(Tap tap, RackLoad load) {
        long present = mostWatts(tap, load.rack());
        return tap.feedStates.stream()
                .map(state -> new Binding(
                        LimitKind.RACK_FEED,
                        tap.rackName(load.rack()),
                        state.scenario(),
                        tap.group.feedLimitWatts() * state.live(),
                        present,
                        load.watts()))
                .filter(binding -> !binding.fits())
                .findFirst();
    }

    private Optional<Binding> heat(Tap tap, RackLoad load) {
        int rack = tap.firstRack + load.rack();
        long air = states.stream().mapToLong(state -> state.air[rack]).max().orElse(0);
        long liquid =
                states.stream().mapToLong(state -> state.liquid[rack]).max().orElse(0);
        String name = tap.rackName(load.rack());
        Binding byAir = new Binding(
                LimitKind.RACK_HEAT, name, Scenario.NOTHING_FAILED, tap.group.airLimitWatts(), air, load.airWatts());
        Binding byLiquid = new Binding(
                LimitKind.RACK_HEAT,
                name,
                Scenario.NOTHING_FAILED,
                tap.group.liquidLimitWatts(),
                liquid,
                load.liquidWatts());
        return Optional.of(byAir)
                .filter(binding -> !binding.fits())
                .or(() -> Optional.of(byLiquid).filter(binding -> !binding.fits()));
    }

    private long mostWatts(Tap tap, int rack) {
        return states.stream()
                .mapToLong(state -> state.rackWatts(tap, rack))
                .max()
                .orElse(0);
    }
}
