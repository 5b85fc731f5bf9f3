package dev.emplace.power.domain.capacity;

import java.util.HashMap;
import java.util.List;
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

    /** The parts of them that stay while something has failed. */
    final long[] firmAir;

    final long[] firmLiquid;
    private final Map<MachineKey, Integer> machines;
    private final Propagation propagation;

    private record MachineKey(int rack, String accelerator) {}

    private LoadState(Plant plant, long[] loads, long[][] racks, Map<MachineKey, Integer> machines) {
        this.plant = plant;
        this.loads = loads;
        this.air = racks[0];
        this.liquid = racks[1];
        this.firmAir = racks[2];
        this.firmLiquid = racks[3];
        this.machines = machines;
        this.propagation = new Propagation(plant);
    }

    public static LoadState empty(Plant plant) {
        return new LoadState(plant, plant.baseLoads.clone(), new long[4][plant.rackCount()], new HashMap<>());
    }

    public LoadState copy() {
        long[][] racks = {air.clone(), liquid.clone(), firmAir.clone(), firmLiquid.clone()};
        return new LoadState(plant, loads.clone(), racks, new HashMap<>(machines));
    }

    /** Adds a load whatever the limits say, as a topology that was forced may ask. */
    public void add(RackLoad load) {
        change(List.of(load), 1);
    }

    public void remove(RackLoad load) {
        change(List.of(load), -1);
    }

    /** Adds loads whatever the limits say; those of one group that follow one another cost hardly more than one. */
    public void addAll(List<RackLoad> loads) {
        changeAll(loads, 1);
    }

    public void removeAll(List<RackLoad> loads) {
        changeAll(loads, -1);
    }

    private void changeAll(List<RackLoad> loads, int sign) {
        for (int first = 0; first < loads.size(); ) {
            int end = endOfGroup(loads, first);
            change(loads.subList(first, end), sign);
            first = end;
        }
    }

    private static int endOfGroup(List<RackLoad> loads, int first) {
        String group = loads.get(first).group();
        int end = first + 1;
        while (end < loads.size() && loads.get(end).group().equals(group)) {
            end++;
        }
        return end;
    }

    private void change(List<RackLoad> ofGroup, int sign) {
        Tap tap = tapOf(ofGroup.get(0));
        propagation.begin(this, tap);
        put(ofGroup, tap, sign);
        propagation.run(this);
        propagation.end(this, true);
    }

    /** What the racks carry changes at once; what the elements do, when all is put. */
    private void put(List<RackLoad> ofGroup, Tap tap, int sign) {
        for (int first = 0; first < ofGroup.size(); ) {
            RackLoad load = ofGroup.get(first);
            tapOf(load);
            int racks = 1;
            while (first + racks < ofGroup.size() && continues(load, ofGroup.get(first + racks), racks)) {
                racks++;
            }
            propagation.put(this, tap, load, racks, sign);
            for (int further = 0; further < racks; further++) {
                keep(ofGroup.get(first + further), tap, sign);
            }
            first += racks;
        }
    }

    /** Adds loads of one group if every limit above their racks holds with all of them; else changes nothing. */
    boolean tryAddAll(List<RackLoad> ofGroup) {
        Tap tap = tapOf(ofGroup.get(0));
        propagation.begin(this, tap);
        put(ofGroup, tap, 1);
        propagation.run(this);
        boolean holds = propagation.holds(this, tap);
        propagation.end(this, holds);
        if (!holds) {
            ofGroup.forEach(load -> keep(load, tap, -1));
        }
        return holds;
    }

    /** Whether a load is the same as the first one on the rack so much further on, which carries just as much. */
    private boolean continues(RackLoad first, RackLoad load, int further) {
        Tap tap = tapOf(first);
        return load.rack() < tap.group.rackCount()
                && load.equals(first.on(first.rack() + further))
                && carriesLike(tap.firstRack + first.rack(), tap.firstRack + load.rack());
    }

    boolean carriesLike(int rack, int other) {
        return air[rack] == air[other]
                && liquid[rack] == liquid[other]
                && firmAir[rack] == firmAir[other]
                && firmLiquid[rack] == firmLiquid[other];
    }

    /** Whether that load may be added to so many racks from its own on, which carry equally much. */
    boolean takes(RackLoad load, int racks) {
        Tap tap = tapOf(load);
        propagation.start(this, tap, load, racks, 1);
        boolean holds = propagation.holds(this, tap);
        propagation.end(this, false);
        return holds;
    }

    /** Adds the load if every limit that it meets holds with it; else changes nothing. */
    Trial tryAdd(RackLoad load) {
        Tap tap = tapOf(load);
        propagation.start(this, tap, load, 1, 1);
        Trial trial = propagation.judge(this, tap);
        if (trial.fits()) {
            keep(load, tap, 1);
        }
        propagation.end(this, trial.fits());
        return trial;
    }

    private void keep(RackLoad load, Tap tap, int sign) {
        int rack = tap.firstRack + load.rack();
        air[rack] += sign * load.airWatts();
        liquid[rack] += sign * load.liquidWatts();
        if (!load.sheds()) {
            firmAir[rack] += sign * load.airWatts();
            firmLiquid[rack] += sign * load.liquidWatts();
        }
        if (load.servers() > 0) {
            machines.merge(new MachineKey(rack, load.accelerator()), sign * load.servers(), Integer::sum);
        }
    }

    /** Whether every limit above the racks holds in every scenario. */
    boolean holds() {
        for (Element element : plant.elements) {
            for (int index = 0; index < element.indices(); index++) {
                if (element.measured(loads[element.base + index]) > element.limit(index)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Tap tapOf(RackLoad load) {
        return plant.tap(load.group())
                .filter(tap -> load.rack() < tap.group.rackCount())
                .orElseThrow(() -> new IllegalArgumentException("no rack " + load.group() + "/" + (load.rack() + 1)));
    }

    int machinesUsed(Tap tap, int rack, String accelerator) {
        return machines.getOrDefault(new MachineKey(tap.firstRack + rack, accelerator), 0);
    }

    /** Watts of a rack, counted over the site. */
    long watts(int rack) {
        return air[rack] + liquid[rack];
    }

    long firmWatts(int rack) {
        return firmAir[rack] + firmLiquid[rack];
    }
}
