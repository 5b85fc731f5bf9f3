package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Condition;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works out every load of a site from its names alone, one scenario at a time, sharing no code with the plant. */
public final class NaiveSite {
    private final Topology topology;
    private final Condition condition;
    private final String failed;
    private final List<RackLoad> racks;
    private final Map<String, PowerNode> nodes = new HashMap<>();
    private final Map<String, CoolingUnit> units = new HashMap<>();
    private final Map<String, Long> memo = new HashMap<>();

    /** @param failed id of what is out; empty for nothing */
    public NaiveSite(Topology topology, String failed, List<RackLoad> racks) {
        this(topology, Condition.USUAL, failed, racks);
    }

    /** @param condition what is out, limited or not there yet beside what failed */
    public NaiveSite(Topology topology, Condition condition, String failed, List<RackLoad> racks) {
        this.topology = topology;
        this.condition = condition;
        this.failed = failed;
        this.racks = failed.isEmpty()
                ? racks
                : racks.stream().filter(load -> !load.sheds()).toList();
        topology.nodes().forEach(node -> nodes.put(node.id(), node));
        topology.coolingUnits().forEach(unit -> units.put(unit.id(), unit));
    }

    /** Limits that are exceeded while that is out, as text. */
    public List<String> overloads() {
        List<String> found = new ArrayList<>();
        for (PowerNode node : topology.nodes()) {
            long load = load(node.id());
            long measured =
                    node.rating().side() == Rating.Side.INPUT ? node.losses().inputFor(load) : load;
            long limit = node.rating().continuousWatts();
            if (!failed.isEmpty()
                    && topology.failureDuration().isPresent()
                    && node.emergency().isPresent()) {
                var emergency = node.emergency().get();
                if (emergency.duration().compareTo(topology.failureDuration().get()) >= 0) {
                    limit = Math.max(limit, emergency.watts());
                }
            }
            limit = Math.min(limit, condition.limits().getOrDefault(node.id(), limit));
            if (measured > limit) {
                found.add(node.id() + " carries " + measured + " of " + limit + " W while out: " + failed);
            }
        }
        for (CoolingUnit unit : topology.coolingUnits()) {
            if (load(unit.id()) > unit.heatWatts()) {
                found.add(unit.id() + " clears " + load(unit.id()) + " of " + unit.heatWatts() + " W while out: "
                        + failed);
            }
        }
        return found;
    }

    public boolean live(String id) {
        if (id.equals(failed)
                || condition.maintained().contains(id)
                || condition.missing().contains(id)) {
            return false;
        }
        PowerNode node = nodes.get(id);
        if (node != null) {
            return node.fedBy().isEmpty() || node.fedBy().stream().anyMatch(this::live);
        }
        CoolingUnit unit = unit(id);
        return unit.fedBy().stream().anyMatch(this::live)
                && (unit.rejectsTo().isEmpty() || unit.rejectsTo().stream().anyMatch(this::live));
    }

    /** Output of a node or heat of a unit. */
    public long load(String id) {
        Long known = memo.get(id);
        if (known == null) {
            known = live(id) ? sum(id) : 0;
            memo.put(id, known);
        }
        return known;
    }

    private long sum(String id) {
        long sum = 0;
        for (PowerNode node : topology.nodes()) {
            if (live(node.id()) && node.fedBy().contains(id)) {
                sum += part(node.losses().inputFor(load(node.id())), node.fedBy(), id);
            }
            if (live(node.id()) && node.cooledBy().contains(id)) {
                sum += part(node.losses().inputFor(load(node.id())) - load(node.id()), node.cooledBy(), id);
            }
        }
        for (CoolingUnit unit : topology.coolingUnits()) {
            if (live(unit.id()) && unit.fedBy().contains(id)) {
                sum += part(unit.draw().watts(), unit.fedBy(), id);
            }
            if (live(unit.id()) && unit.rejectsTo().contains(id)) {
                sum += part(load(unit.id()) + unit.draw().watts(), unit.rejectsTo(), id);
            }
        }
        for (RackGroup group : topology.rackGroups()) {
            for (int rack = 0; rack < group.rackCount(); rack++) {
                sum += rack(group, rack, id);
            }
        }
        return sum;
    }

    private long rack(RackGroup group, int rack, String id) {
        long air = 0;
        long liquid = 0;
        for (RackLoad load : racks) {
            if (load.group().equals(group.id()) && load.rack() == rack) {
                air += load.watts() - load.liquidWatts();
                liquid += load.liquidWatts();
            }
        }
        if (group.fedBy().contains(id)) {
            return part(air + liquid, group.fedBy(), id);
        }
        if (!group.cooledBy().contains(id) || group.fedBy().stream().noneMatch(this::live)) {
            return 0;
        }
        boolean takesLiquid = unit(id).kind().takesLiquid();
        List<String> same = group.cooledBy().stream()
                .filter(unit -> unit(unit).kind().takesLiquid() == takesLiquid)
                .toList();
        return part(takesLiquid ? liquid : air, same, id);
    }

    private long part(long amount, List<String> suppliers, String wanted) {
        boolean onlyGenerators = suppliers.stream().allMatch(this::isGenerator);
        long carried = total(suppliers, onlyGenerators, false);
        boolean standby = carried == 0;
        long total = standby ? total(suppliers, onlyGenerators, true) : carried;
        long before = 0;
        for (String supplier : suppliers) {
            boolean takes = live(supplier) && (!onlyGenerators && isGenerator(supplier)) == standby;
            long weight = takes ? weight(suppliers, supplier) : 0;
            if (supplier.equals(wanted)) {
                return weight == 0 ? 0 : amount * (before + weight) / total - amount * before / total;
            }
            before += weight;
        }
        return 0;
    }

    private long total(List<String> suppliers, boolean onlyGenerators, boolean standby) {
        return suppliers.stream()
                .filter(id -> live(id) && (!onlyGenerators && isGenerator(id)) == standby)
                .mapToLong(id -> weight(suppliers, id))
                .sum();
    }

    private long weight(List<String> suppliers, String id) {
        double all = suppliers.stream().mapToDouble(this::plainWeight).sum();
        return Math.max(1, Math.round(plainWeight(id) * 1_000_000 / all));
    }

    private double plainWeight(String id) {
        CoolingUnit unit = units.get(id);
        return unit == null ? 1 : unit.heatWatts();
    }

    private boolean isGenerator(String id) {
        PowerNode node = nodes.get(id);
        return node != null && node.kind() == NodeKind.GENERATOR;
    }

    private CoolingUnit unit(String id) {
        CoolingUnit unit = units.get(id);
        if (unit == null) {
            throw new IllegalArgumentException("no cooling unit " + id);
        }
        return unit;
    }
}
