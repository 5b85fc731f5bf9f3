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
        for (int rack = 0; rack < tap.group.rackCount() && left > 0; rack++) {
            if (!fill(rack)) {
                break;
            }
        }
        return left;
    }

    private int perServer() {
        return slot.acceleratorsPerServer();
    }

    /** False where what stops one more machine here stops it in every rack of the group. */
    private boolean fill(int rack) {
        int free = placer.freeMachines(tap, rack, slot.accelerator(), slot.serverCount());
        if (free <= 0) {
            noteFull(rack);
            return true;
        }
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
        return new RackLoad(tap.group.id(), rack, watts, liquid, slot.accelerator(), machines, used);
    }

    private void noteFull(int rack) {
        long machine = draw.peakWatts(perServer(), perServer());
        long standing = slot.serverCount() * machine;
        placer.refuse(new Binding(
                LimitKind.MACHINES, tap.rackName(rack), Scenario.NOTHING_FAILED, standing, standing, machine));
    }
}
