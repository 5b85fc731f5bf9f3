package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.ServerSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds racks for a demand, first fit, and adds it to the loads there; all of it or nothing.
 *
 * <p>The states are those of every instant at which the demand could exceed a limit: it must fit in each.
 */
public final class Placer {
    private final Plant plant;
    private final List<LoadState> states;
    private final Survival survival;
    private final RackRules rules;

    private final List<RackLoad> placed = new ArrayList<>();
    private @Nullable Binding refusal;
    private @Nullable Binding next;

    public Placer(Plant plant, List<LoadState> states, Survival survival) {
        this.plant = plant;
        this.states = List.copyOf(states);
        this.survival = survival;
        this.rules = new RackRules(this.states, survival);
    }

    /**
     * Machines for so many accelerators.
     *
     * @param standing what stays where it stands, as much of it as is wanted; the rest goes wherever it fits
     */
    public Placement placeMachines(String accelerator, int accelerators, MachineDraw draw, List<RackLoad> standing) {
        int staying = stay(standing, accelerators, draw);
        if (staying < 0) {
            rollBack();
            return new Placement.Refused(refusal(accelerator), 0, 0);
        }
        int fitting = staying + fill(accelerator, accelerators - staying, draw);
        if (fitting == accelerators) {
            return new Placement.Placed(placed, Optional.ofNullable(next));
        }
        rollBack();
        return new Placement.Refused(refusal(accelerator), fitting, 0);
    }

    /** How many accelerators stay in the racks where they stand; -1 if one of these racks does not take them. */
    private int stay(List<RackLoad> standing, int accelerators, MachineDraw draw) {
        int left = accelerators;
        for (RackLoad load : standing) {
            Tap tap = plant.tap(load.group()).orElseThrow(() -> new UnknownRackGroupException(load.group()));
            for (var slot : tap.group.servers()) {
                if (left > 0 && slot.accelerator().equals(load.accelerator())) {
                    left = new MachineFill(this, tap, slot, draw, left).stay(load);
                }
            }
            if (left < 0) {
                return -1;
            }
        }
        return accelerators - left;
    }

    /** As many accelerators of the kind as fit, up to a number; keeps them placed and says how many that is. */
    public int fill(String accelerator, int accelerators, MachineDraw draw) {
        int left = accelerators;
        for (Tap tap : plant.taps) {
            for (var slot : tap.group.servers()) {
                if (left > 0 && slot.accelerator().equals(accelerator)) {
                    left = new MachineFill(this, tap, slot, draw, left).run();
                }
            }
        }
        return accelerators - left;
    }

    /**
     * Watts on so many racks of a group.
     *
     * @param standing what stays where it stands: the racks to begin with
     */
    public Placement placeWatts(String group, int racks, long wattsPerRack, List<RackLoad> standing) {
        Tap tap = plant.tap(group).orElseThrow(() -> new UnknownRackGroupException(group));
        int[] order = IntStream.concat(
                        standing.stream().mapToInt(RackLoad::rack), IntStream.range(0, tap.group.rackCount()))
                .distinct()
                .toArray();
        int known = standing.isEmpty() ? placeTogether(tap, racks - 1, wattsPerRack) : 0;
        for (int i = known; i < order.length && placed.size() < racks; i++) {
            RackLoad load = new RackLoad(group, order[i], wattsPerRack, 0, "", 0, 0).surviving(survival);
            boolean stays = i < standing.size();
            if (stays && load.isWithin(standing.get(i))) {
                placeRacks(load, 1);
                continue;
            }
            Optional<Binding> broken = tryPlace(tap, load);
            broken.ifPresent(this::refuse);
            if (broken.filter(binding -> stays || sharedBy(binding)).isPresent()) {
                break;
            }
        }
        if (placed.size() == racks) {
            return new Placement.Placed(placed, Optional.ofNullable(next));
        }
        int fitting = placed.size();
        rollBack();
        return new Placement.Refused(refusal(group), 0, fitting);
    }

    /**
     * Adds watts to the first racks that take them by themselves, if what is above takes all of them: the same as one by
     * one, for little more than one costs. Answers the rack to go on with.
     */
    private int placeTogether(Tap tap, int racks, long wattsPerRack) {
        List<RackLoad> loads = new ArrayList<>();
        int rack = 0;
        while (rack < tap.group.rackCount() && loads.size() < racks) {
            RackLoad load = new RackLoad(tap.group.id(), rack, wattsPerRack, 0, "", 0, 0).surviving(survival);
            Optional<Binding> broken = rules.check(tap, load);
            broken.ifPresent(this::refuse);
            if (broken.isEmpty()) {
                loads.add(load);
            }
            rack++;
        }
        if (loads.size() < racks || racks == 0 || !takeTogether(loads)) {
            refusal = null;
            return 0;
        }
        placed.addAll(loads);
        return rack;
    }

    private boolean takeTogether(List<RackLoad> loads) {
        for (int i = 0; i < states.size(); i++) {
            if (!states.get(i).tryAddAll(loads)) {
                states.subList(0, i).forEach(state -> state.removeAll(loads));
                return false;
            }
        }
        return true;
    }

    /** Adds a load to the rack that it names if it fits there, machines included. */
    public boolean placeWhereItStands(RackLoad load) {
        Tap tap = plant.tap(load.group()).orElseThrow(() -> new UnknownRackGroupException(load.group()));
        if (load.servers() == 0) {
            return tryPlace(tap, load).isEmpty();
        }
        return tap.group.servers().stream()
                .filter(slot -> slot.accelerator().equals(load.accelerator()))
                .anyMatch(slot -> freeMachines(tap, load.rack(), load.accelerator(), slot.serverCount())
                                >= load.servers()
                        && starved(tap, slot, load.watts() / load.servers()).isEmpty()
                        && tryPlace(tap, load).isEmpty());
    }

    Survival survival() {
        return survival;
    }

    /** Whether every other rack of the group would meet the same limit. */
    static boolean sharedBy(Binding binding) {
        return switch (binding.kind()) {
            case POWER, COOLING, LAST_PATH, POWER_SUPPLY -> true;
            case RACK_FEED, RACK_HEAT, MACHINES -> false;
        };
    }

    /** Adds the load in every state if it fits in all; else says what stops it. */
    Optional<Binding> tryPlace(Tap tap, RackLoad load) {
        Optional<Binding> broken = rules.check(tap, load);
        Binding soonest = null;
        for (int i = 0; i < states.size() && broken.isEmpty(); i++) {
            Trial trial = states.get(i).tryAdd(load);
            broken = trial.broken();
            soonest = sooner(soonest, trial.next().orElse(null));
            if (broken.isPresent()) {
                states.subList(0, i).forEach(state -> state.remove(load));
            }
        }
        if (broken.isEmpty()) {
            placed.add(load);
            next = soonest;
        }
        return broken;
    }

    /** What stops the load at its rack itself. */
    Optional<Binding> check(Tap tap, RackLoad load) {
        return rules.check(tap, load);
    }

    /** How many racks from that one on, up to a number, carry the same in every state. */
    int equalRacks(Tap tap, int rack, String accelerator, int most) {
        int last = Math.min(tap.group.rackCount(), rack + most);
        int other = rack + 1;
        while (other < last && isEqual(tap, rack, other, accelerator)) {
            other++;
        }
        return other - rack;
    }

    private boolean isEqual(Tap tap, int rack, int other, String accelerator) {
        return states.stream()
                .allMatch(state -> state.carriesLike(tap.firstRack + rack, tap.firstRack + other)
                        && state.machinesUsed(tap, rack, accelerator) == state.machinesUsed(tap, other, accelerator));
    }

    /** Of so many equal racks from that of the load on, the most that take it without breaking a limit above them. */
    int mostRacks(RackLoad load, int racks) {
        int low = 0;
        int high = racks;
        for (int tried = racks; low < high; tried = (low + high + 1) / 2) {
            if (taken(load, tried)) {
                low = tried;
            } else {
                high = tried - 1;
            }
        }
        return low;
    }

    private boolean taken(RackLoad load, int racks) {
        return states.stream().allMatch(state -> state.takes(load, racks));
    }

    /** Adds the load to so many equal racks, which were found to take it. */
    void placeRacks(RackLoad load, int racks) {
        List<RackLoad> loads = IntStream.range(load.rack(), load.rack() + racks)
                .mapToObj(load::on)
                .toList();
        states.forEach(state -> state.addAll(loads));
        placed.addAll(loads);
    }

    /** What would stop the load; the states stay as they are. */
    Optional<Binding> probe(Tap tap, RackLoad load) {
        Binding before = next;
        Optional<Binding> broken = tryPlace(tap, load);
        if (broken.isEmpty()) {
            placed.remove(placed.size() - 1);
            states.forEach(state -> state.remove(load));
        }
        next = before;
        return broken;
    }

    /** What stops a machine of that draw in the whole group: its supplies, on the feeds that failures leave. */
    Optional<Binding> starved(Tap tap, ServerSlot slot, long machineWatts) {
        return slot.powerSupply().flatMap(supply -> rules.supplies(tap, supply, machineWatts));
    }

    private static @Nullable Binding sooner(@Nullable Binding one, @Nullable Binding other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.meetsBefore(one) ? other : one;
    }

    int freeMachines(Tap tap, int rack, String accelerator, int standing) {
        int used = states.stream()
                .mapToInt(state -> state.machinesUsed(tap, rack, accelerator))
                .max()
                .orElse(0);
        return standing - used;
    }

    /** Keeps the refusal nearest to fitting; running out of machines only where nothing else stops the demand. */
    void refuse(Binding binding) {
        Binding known = refusal;
        if (known == null
                || (known.kind() == LimitKind.MACHINES && binding.kind() != LimitKind.MACHINES)
                || (binding.kind() != LimitKind.MACHINES && binding.shortfall() < known.shortfall())) {
            refusal = binding;
        }
    }

    private Binding refusal(String wanted) {
        Binding known = refusal;
        return known != null ? known : new Binding(LimitKind.MACHINES, wanted, Scenario.NOTHING_FAILED, 0, 0, 1);
    }

    private void rollBack() {
        states.forEach(state -> state.removeAll(placed));
        placed.clear();
    }
}
