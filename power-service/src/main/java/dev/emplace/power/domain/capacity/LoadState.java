package dev.emplace.power.domain.capacity;

import java.util.HashMap;
import java.util.Map;

/**
 * The loads of a site at one instant: of every rack, and of every element in every scenario that matters to it.
 *
 * <p>Adding and removing a rack load touch only the elements on its paths, and undo each other exactly. Not
 * thread-safe.
 */
public final class LoadState {
    final Plant plant;

    /** Watts by element and index: see {@link Element}. */
    final long[] loads;

    /** Watts of each rack, that the air takes away and that liquid does. */
    final long[] air;

    final long[] liquid;
    private final Map<MachineKey, Integer> machines;
    private final Propagation propagation;

    private record MachineKey(int rack, String accelerator) {}

    private LoadState(Plant plant, long[] loads, long[] air, long[] liquid, Map<MachineKey, Integer> machines) {
        this.plant = plant;
        this.loads = loads;
        this.air = air;
        this.liquid = liquid;
        this.machines = machines;
        this.propagation = new Propagation(plant);
    }

    public static LoadState empty(Plant plant) {
        int racks = plant.rackCount();
        return new LoadState(plant, plant.baseLoads.clone(), new long[racks], new long[racks], new HashMap<>());
    }

    public LoadState copy() {
        return new LoadState(plant, loads.clone(), air.clone(), liquid.clone(), new HashMap<>(machines));
    }

    /** Adds a load whatever the limits say, as a topology that was forced may ask. */
    public void add(RackLoad load) {
        change(load, 1);
    }

    public void remove(RackLoad load) {
        change(load, -1);
    }

    /** Adds the load if every limit that it meets holds with it; else changes nothing. */
    Trial tryAdd(RackLoad load) {
        Tap tap = tapOf(load);
        propagation.start(this, tap, load.rack(), load.airWatts(), load.liquidWatts());
        Trial trial = propagation.judge(this, tap);
        if (trial.fits()) {
            keep(load, tap, 1);
        }
        propagation.end(this, trial.fits());
        return trial;
    }

    private void change(RackLoad load, int sign) {
        Tap tap = tapOf(load);
        propagation.start(this, tap, load.rack(), sign * load.airWatts(), sign * load.liquidWatts());
        keep(load, tap, sign);
        propagation.end(this, true);
    }

    private void keep(RackLoad load, Tap tap, int sign) {
        int rack = tap.firstRack + load.rack();
        air[rack] += sign * load.airWatts();
        liquid[rack] += sign * load.liquidWatts();
        if (load.servers() > 0) {
            machines.merge(new MachineKey(rack, load.accelerator()), sign * load.servers(), Integer::sum);
        }
    }

    private Tap tapOf(RackLoad load) {
        return plant.tap(load.group())
                .filter(tap -> load.rack() < tap.group.rackCount())
                .orElseThrow(() -> new IllegalArgumentException("no rack " + load.group() + "/" + (load.rack() + 1)));
    }

    int machinesUsed(Tap tap, int rack, String accelerator) {
        return machines.getOrDefault(new MachineKey(tap.firstRack + rack, accelerator), 0);
    }

    long rackWatts(Tap tap, int rack) {
        return air[tap.firstRack + rack] + liquid[tap.firstRack + rack];
    }
}
