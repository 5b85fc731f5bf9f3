package dev.emplace.bench.power.site;

import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.SiteKind;
import dev.emplace.power.domain.topology.Surroundings;
import dev.emplace.power.domain.topology.Topology;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** A small random site that is sound: nodes fed from any above, shared and standby feeders, heat that cascades. */
public final class RandomGraph {
    private final Random random;
    private final List<PowerNode> nodes = new ArrayList<>();
    private final List<CoolingUnit> units = new ArrayList<>();

    private RandomGraph(long seed) {
        this.random = new Random(seed);
    }

    public static Topology of(long seed) {
        return new RandomGraph(seed).build();
    }

    private Topology build() {
        for (int i = 0; i <= random.nextInt(3); i++) {
            node("utility-" + i, NodeKind.UTILITY_FEED, List.of());
        }
        node("generator", NodeKind.GENERATOR, List.of());
        for (NodeKind kind : List.of(NodeKind.SWITCHGEAR, NodeKind.UPS, NodeKind.PDU)) {
            List<String> above = nodes.stream().map(PowerNode::id).toList();
            for (int i = 0; i <= random.nextInt(4); i++) {
                node(kind.name().toLowerCase(Locale.ROOT) + "-" + i, kind, some(above));
            }
        }
        List<String> all = nodes.stream().map(PowerNode::id).toList();
        List<String> chillers = unitsOf(CoolingKind.CHILLER, 2, all, List.of());
        List<String> handlers = unitsOf(CoolingKind.CRAH, 4, all, chillers);
        unitsOf(CoolingKind.CDU, 1, all, chillers);
        List<RackGroup> groups = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            groups.add(group("row-" + i, all, handlers));
        }
        var surroundings = new Surroundings("US", 39, -77, BigDecimal.ONE, 0, Optional.empty());
        return new Topology("random", SiteKind.COLOCATION, surroundings, nodes, units, groups, Optional.empty());
    }

    private void node(String id, NodeKind kind, List<String> fedBy) {
        Rating.Side side = random.nextBoolean() ? Rating.Side.INPUT : Rating.Side.OUTPUT;
        Rating rating = new Rating(20_000L + random.nextInt(400_000), new BigDecimal("0.9"), side);
        Losses losses = new Losses(random.nextInt(500), random.nextDouble() * 0.05, random.nextDouble() * 1e-7);
        nodes.add(new PowerNode(id, kind, fedBy, rating, Optional.empty(), losses, List.of()));
    }

    private List<String> unitsOf(CoolingKind kind, int most, List<String> feeders, List<String> rejectsTo) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(most); i++) {
            String id = kind.name().toLowerCase(Locale.ROOT) + "-" + i;
            units.add(new CoolingUnit(
                    id,
                    kind,
                    some(feeders),
                    rejectsTo.isEmpty() ? rejectsTo : some(rejectsTo),
                    20_000L + random.nextInt(200_000),
                    CoolingUnit.Draw.following(random.nextInt(5_000))));
            ids.add(id);
        }
        return ids;
    }

    private RackGroup group(String id, List<String> feeders, List<String> handlers) {
        List<String> cooledBy = new ArrayList<>(some(handlers));
        boolean liquid = random.nextBoolean();
        if (liquid) {
            cooledBy.add("cdu-0");
        }
        return new RackGroup(
                id, 1 + random.nextInt(3), some(feeders), 30_000, cooledBy, 40_000, liquid ? 40_000 : 0, List.of());
    }

    private List<String> some(List<String> from) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(from.size(), 1 + random.nextInt(3))));
    }
}
