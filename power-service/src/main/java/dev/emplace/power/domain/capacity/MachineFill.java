package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.ServerSlot;
import java.util.Optional;

/** Fills the racks of one group with machines of one kind, rack by rack, as full as each takes. */
final class MachineFill {
    private final Placer placer;
    private final Tap tap;
    private final ServerSlot slot;
    private final MachineDraw draw;
    private int left;

    MachineFill(Placer placer, Tap tap, ServerSlot slot, MachineDraw draw, int accelerators) {
        this.placer = placer;
        this.tap = tap;
        this.slot = slot;
        this.draw = draw;
        this.left = accelerators;
    }

    /** Accelerators left over when the group takes no more. */
    int run() {
        Optional<Binding> starved = placer.starved(tap, slot, draw.peakWatts(perServer(), Math.min(left, perServer())));
        if (starved.isPresent()) {
            placer.refuse(starved.get());
            return left;
        }
        int rack = 0;
        while (rack < tap.group.rackCount() && left > 0) {
            rack = fillFrom(rack);
        }
        return left;
    }

    /** Accelerators left over when so many machines as the load has, or are wanted, stay in its rack; else -1. What eases its rack may stay. */
    int stay(RackLoad load) {
        int machines = Math.min(load.servers(), (left + perServer() - 1) / perServer());
        if (load(load.rack(), machines).isWithin(load)) {
            RackLoad staying = load(load.rack(), machines);
            placer.placeRacks(staying, 1);
            left -= staying.accelerators();
            return left;
        }
        Optional<Binding> starved = placer.starved(tap, slot, draw.peakWatts(perServer(), Math.min(left, perServer())));
        if (starved.isEmpty()
                && placer.freeMachines(tap, load.rack(), slot.accelerator(), slot.serverCount()) < machines) {
            noteFull(load.rack());
            return -1;
        }
        Optional<Binding> broken = starved.or(() -> place(load.rack(), machines));
        broken.ifPresent(placer::refuse);
        return broken.isPresent() ? -1 : left;
    }

    private int perServer() {
        return slot.acceleratorsPerServer();
    }

    /** Fills that rack, and those like it beside it, and answers the one to go on with. */
    private int fillFrom(int rack) {
        int free = placer.freeMachines(tap, rack, slot.accelerator(), slot.serverCount());
        if (free <= 0) {
            noteFull(rack);
            return rack + 1;
        }
        int filled = fillEqual(rack, free);
        if (filled > 0) {
            return rack + filled;
        }
        return fill(rack, free) ? rack + 1 : tap.group.rackCount();
    }

    /**
     * Fills as many equal racks at once as the demand fills to the brim, by halving, with the same outcome as one by
     * one. Answers how many; 0 leaves the rack to be filled by itself.
     */
    private int fillEqual(int rack, int free) {
        int machines = mostByItself(rack, free);
        if (machines == 0) {
            return 0;
        }
        int racks = placer.equalRacks(tap, rack, slot.accelerator(), left / (machines * perServer()));
        int taken = racks < 2 ? 0 : placer.mostRacks(load(rack, machines), racks);
        if (taken < 2) {
            return 0;
        }
        if (machines < free) {
            placer.check(tap, load(rack, machines + 1)).ifPresent(placer::refuse);
        }
        RackLoad whole = load(rack, machines);
        placer.placeRacks(whole, taken - 1);
        left -= (taken - 1) * whole.accelerators();
        // The last one by itself: it tells which limit is met next.
        place(rack + taken - 1, machines);
        return taken;
    }

    /** The most machines that the limits of the rack itself let in. */
    private int mostByItself(int rack, int free) {
        int machines = Math.min(free, (left + perServer() - 1) / perServer());
        while (machines > 0 && placer.check(tap, load(rack, machines)).isPresent()) {
            machines--;
        }
        return machines;
    }

    /** False where what stops one more machine here stops it in every rack of the group. */
    private boolean fill(int rack, int free) {
        int wanted = Math.min(free, (left + perServer() - 1) / perServer());
        Optional<Binding> broken = place(rack, wanted);
        if (broken.isEmpty()) {
            return true;
        }
        Binding nearest = placeMost(rack, wanted - 1, broken.get());
        placer.refuse(nearest);
        return !Placer.sharedBy(nearest);
    }

    /**
     * Places the most machines up to a number, by halving: limits only get tighter as machines are added. Answers
     * what stops one more.
     */
    private Binding placeMost(int rack, int most, Binding ofMore) {
        Binding nearest = ofMore;
        int best = 0;
        int high = most;
        while (best < high) {
            int middle = (best + high + 1) / 2;
            Optional<Binding> broken = placer.probe(tap, load(rack, middle));
            if (broken.isEmpty()) {
                best = middle;
            } else {
                nearest = broken.get();
                high = middle - 1;
            }
        }
        if (best > 0) {
            place(rack, best);
        }
        return nearest;
    }

    private Optional<Binding> place(int rack, int machines) {
        RackLoad load = load(rack, machines);
        Optional<Binding> broken = placer.tryPlace(tap, load);
        if (broken.isEmpty()) {
            left -= load.accelerators();
        }
        return broken;
    }

    private RackLoad load(int rack, int machines) {
        int used = Math.min(left, machines * perServer());
        int rest = used % perServer();
        long watts = used / perServer() * draw.peakWatts(perServer(), perServer())
                + (rest > 0 ? draw.peakWatts(perServer(), rest) : 0);
        long liquid = tap.group.liquidLimitWatts() > 0 ? watts * draw.liquidPercent() / 100 : 0;
        return new RackLoad(tap.group.id(), rack, watts, liquid, slot.accelerator(), machines, used)
                .surviving(placer.survival());
    }

    private void noteFull(int rack) {
        long machine = draw.peakWatts(perServer(), perServer());
        long standing = slot.serverCount() * machine;
        placer.refuse(new Binding(
                LimitKind.MACHINES, tap.rackName(rack), Scenario.NOTHING_FAILED, standing, standing, machine));
    }
}
