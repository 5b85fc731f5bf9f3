package dev.emplace.bench.power.site;

import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A full re-evaluation: every rack, node and unit in every single failure, worked out afresh from what each rack
 * carries. Numbered arrays and no names, so that it is as fast as such a thing is; none of the service's arithmetic.
 */
public final class WholeSite {
    private final List<PowerNode> nodes;
    private final List<CoolingUnit> units;
    private final List<RackGroup> groups;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> firstRacks = new HashMap<>();
    private final Split[] power;
    private final Split[] heat;
    private final Split[] groupPower;
    private final Split[] groupAir;
    private final Split[] groupLiquid;
    private final long[] limits;
    private final int[] groupOfRack;
    private final long[] air;
    private final long[] liquid;
    private final boolean[] live;
    private final long[] loads;

    public WholeSite(Topology topology) {
        nodes = consumersFirst(topology.nodes(), PowerNode::id, PowerNode::fedBy);
        units = consumersFirst(topology.coolingUnits(), CoolingUnit::id, CoolingUnit::rejectsTo);
        groups = topology.rackGroups();
        nodes.forEach(node -> numbers.put(node.id(), numbers.size()));
        units.forEach(unit -> numbers.put(unit.id(), numbers.size()));
        int count = numbers.size();
        power = new Split[count];
        heat = new Split[count];
        limits = new long[count];
        for (PowerNode node : nodes) {
            set(node.id(), node.fedBy(), node.cooledBy(), node.rating().continuousWatts());
        }
        for (CoolingUnit unit : units) {
            set(unit.id(), unit.fedBy(), unit.rejectsTo(), unit.heatWatts());
        }
        groupPower = groups.stream().map(group -> split(group.fedBy())).toArray(Split[]::new);
        groupAir = groups.stream().map(group -> split(coolers(group, false))).toArray(Split[]::new);
        groupLiquid = groups.stream().map(group -> split(coolers(group, true))).toArray(Split[]::new);
        groupOfRack = new int[topology.rackCount()];
        int rack = 0;
        for (int g = 0; g < groups.size(); g++) {
            firstRacks.put(groups.get(g).id(), rack);
            for (int i = 0; i < groups.get(g).rackCount(); i++) {
                groupOfRack[rack++] = g;
            }
        }
        air = new long[rack];
        liquid = new long[rack];
        live = new boolean[count];
        loads = new long[count];
    }

    public void add(List<RackLoad> more) {
        more.forEach(load -> change(load, 1));
    }

    public void remove(List<RackLoad> gone) {
        gone.forEach(load -> change(load, -1));
    }

    private void change(RackLoad load, int sign) {
        int rack = firstRacks.getOrDefault(load.group(), 0) + load.rack();
        air[rack] += sign * (load.watts() - load.liquidWatts());
        liquid[rack] += sign * load.liquidWatts();
    }

    /** Whether loads that must survive any single failure fit; they are taken out again. */
    public boolean takes(List<RackLoad> more) {
        add(more);
        boolean holds = holds();
        remove(more);
        return holds;
    }

    /** Whether every limit holds in every scenario, and every rack that carries anything is served in it. */
    public boolean holds() {
        for (int failed = -1; failed < live.length; failed++) {
            findLiving(failed);
            if (!served() || overloaded()) {
                return false;
            }
        }
        return true;
    }

    private void findLiving(int failed) {
        for (int n = nodes.size() - 1; n >= 0; n--) {
            live[n] = n != failed && (power[n].suppliers.length == 0 || power[n].anyLives(live));
        }
        for (int u = live.length - 1; u >= nodes.size(); u--) {
            live[u] =
                    u != failed && power[u].anyLives(live) && (heat[u].suppliers.length == 0 || heat[u].anyLives(live));
        }
    }

    private boolean served() {
        for (int rack = 0; rack < air.length; rack++) {
            RackGroup group = groups.get(groupOfRack[rack]);
            long watts = air[rack] + liquid[rack];
            Split feeds = groupPower[groupOfRack[rack]];
            boolean lost = (watts > 0 && !feeds.anyLives(live))
                    || (air[rack] > 0 && !groupAir[groupOfRack[rack]].anyLives(live))
                    || (liquid[rack] > 0 && !groupLiquid[groupOfRack[rack]].anyLives(live));
            if (lost
                    || watts > group.feedLimitWatts() * feeds.carrying(live)
                    || air[rack] > group.airLimitWatts()
                    || liquid[rack] > group.liquidLimitWatts()) {
                return false;
            }
        }
        return true;
    }

    private boolean overloaded() {
        Arrays.fill(loads, 0);
        for (int rack = 0; rack < air.length; rack++) {
            int group = groupOfRack[rack];
            groupPower[group].pass(air[rack] + liquid[rack], live, loads);
            if (groupPower[group].anyLives(live)) {
                groupAir[group].pass(air[rack], live, loads);
                groupLiquid[group].pass(liquid[rack], live, loads);
            }
        }
        for (int u = 0; u < units.size(); u++) {
            if (live[nodes.size() + u]) {
                power[nodes.size() + u].pass(units.get(u).draw().watts(), live, loads);
            }
        }
        return nodesOverloaded() || unitsOverloaded();
    }

    private boolean nodesOverloaded() {
        for (int n = 0; n < nodes.size(); n++) {
            if (live[n]) {
                PowerNode node = nodes.get(n);
                long input = node.losses().inputFor(loads[n]);
                if ((node.rating().side() == Rating.Side.INPUT ? input : loads[n]) > limits[n]) {
                    return true;
                }
                power[n].pass(input, live, loads);
                heat[n].pass(input - loads[n], live, loads);
            }
        }
        return false;
    }

    private boolean unitsOverloaded() {
        for (int u = nodes.size(); u < live.length; u++) {
            if (live[u]) {
                if (loads[u] > limits[u]) {
                    return true;
                }
                heat[u].pass(loads[u] + units.get(u - nodes.size()).draw().watts(), live, loads);
            }
        }
        return false;
    }

    private void set(String id, List<String> fedBy, List<String> heatTo, long limit) {
        int number = numbers.getOrDefault(id, 0);
        power[number] = split(fedBy);
        heat[number] = split(heatTo);
        limits[number] = limit;
    }

    private Split split(List<String> suppliers) {
        List<Integer> ids =
                suppliers.stream().map(id -> numbers.getOrDefault(id, 0)).toList();
        return new Split(
                ids,
                ids.stream()
                        .map(id -> id < nodes.size()
                                ? 1.0
                                : units.get(id - nodes.size()).heatWatts())
                        .toList(),
                ids.stream()
                        .map(id -> id < nodes.size() && nodes.get(id).kind() == NodeKind.GENERATOR)
                        .toList());
    }

    private List<String> coolers(RackGroup group, boolean takesLiquid) {
        return group.cooledBy().stream()
                .filter(id -> units.get(numbers.getOrDefault(id, 0) - nodes.size())
                                .kind()
                                .takesLiquid()
                        == takesLiquid)
                .toList();
    }

    private interface Naming<T, N> {
        N of(T thing);
    }

    /** Each before what it draws from, or rejects to. */
    private static <T> List<T> consumersFirst(List<T> things, Naming<T, String> id, Naming<T, List<String>> suppliers) {
        List<T> left = new ArrayList<>(things);
        List<T> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> used = new HashSet<>();
            left.forEach(thing -> used.addAll(suppliers.of(thing)));
            List<T> free =
                    left.stream().filter(thing -> !used.contains(id.of(thing))).toList();
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }
}
