package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.Topology;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the power nodes of a loaded site turn into heat: summed up the graph, from what the cooling draws in the hour. The
 * nominal loads count it as on the design day.
 */
final class NodeLosses {
    private final Map<String, PowerNode> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    /** Consumers before what feeds them. */
    private final List<Passing> passing;

    /** For each bank of cooling units, the share of its draw that each node gives. */
    private final List<Map<Integer, Double>> shares;

    /** A node that carries load. */
    private record Passing(Losses losses, double output, List<Integer> feeders) {}

    /** @param banks units by bank, in the order in which {@link #watts} is told of them */
    NodeLosses(Topology topology, NominalLoads loads, List<List<CoolingUnit>> banks) {
        topology.nodes().forEach(node -> nodes.put(node.id(), node));
        List<PowerNode> ordered = nodes.values().stream()
                .filter(node -> loads.of(node.id()) > 0)
                .sorted(Comparator.comparing(this::depth).reversed())
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        ordered.forEach(node -> numbers.put(node.id(), numbers.size()));
        this.passing = ordered.stream()
                .map(node -> new Passing(node.losses(), loads.of(node.id()), numbered(node.fedBy(), numbers)))
                .toList();
        this.shares = banks.stream().map(bank -> shares(bank, numbers)).toList();
    }

    /** @param less by how much each bank draws less than on the design day, in watts */
    double watts(List<Double> less) {
        double[] spared = new double[passing.size()];
        for (int bank = 0; bank < less.size(); bank++) {
            double of = less.get(bank);
            shares.get(bank).forEach((node, share) -> spared[node] += of * share);
        }
        double sum = 0;
        for (int i = 0; i < passing.size(); i++) {
            Passing node = passing.get(i);
            double output = Math.max(0, node.output - spared[i]);
            double loss = node.losses.of(output);
            double lessInput = node.output + node.losses.of(node.output) - output - loss;
            node.feeders.forEach(feeder -> spared[feeder] += lessInput / node.feeders.size());
            sum += loss;
        }
        return sum;
    }

    /** How many nodes are above it. */
    private int depth(PowerNode node) {
        Integer known = depths.get(node.id());
        if (known != null) {
            return known;
        }
        int depth = 0;
        for (String feeder : node.fedBy()) {
            PowerNode above = nodes.get(feeder);
            depth = above == null ? depth : Math.max(depth, 1 + depth(above));
        }
        depths.put(node.id(), depth);
        return depth;
    }

    /** Those that carry: a generator stands by where anything else does. */
    private List<Integer> numbered(List<String> fedBy, Map<String, Integer> numbers) {
        List<String> live = fedBy.stream().filter(numbers::containsKey).toList();
        List<String> carrying = live.stream().filter(id -> !isGenerator(id)).toList();
        return (carrying.isEmpty() ? live : carrying).stream().map(numbers::get).toList();
    }

    private boolean isGenerator(String id) {
        PowerNode node = nodes.get(id);
        return node != null && node.kind() == NodeKind.GENERATOR;
    }

    private Map<Integer, Double> shares(List<CoolingUnit> bank, Map<String, Integer> numbers) {
        Map<Integer, Double> shares = new HashMap<>();
        for (CoolingUnit unit : bank) {
            List<Integer> feeders = numbered(unit.fedBy(), numbers);
            feeders.forEach(feeder -> shares.merge(feeder, 1.0 / feeders.size() / bank.size(), Double::sum));
        }
        return shares;
    }
}
