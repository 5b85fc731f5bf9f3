package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.EmergencyLimit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.SiteKind;
import dev.emplace.power.domain.topology.Surroundings;
import dev.emplace.power.domain.topology.Topology;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random but valid site: layers of nodes fed from any layer above, cooling chains, racks with one to three feeds. */
public final class RandomSite {
    private final Random random;
    private final List<PowerNode> nodes = new ArrayList<>();
    private final List<CoolingUnit> units = new ArrayList<>();

    private RandomSite(long seed) {
        this.random = new Random(seed);
    }

    public static Topology of(long seed) {
        return new RandomSite(seed).build();
    }

    private Topology build() {
        rejecters();
        handlers();
        sources();
        layer("ups", NodeKind.UPS, 1 + random.nextInt(4));
        layer("pdu", NodeKind.PDU, 2 + random.nextInt(5));
        feedUnits();
        List<RackGroup> groups = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            groups.add(group("row-" + i));
        }
        var surroundings = new Surroundings("US", 39, -77, BigDecimal.ONE, 0, Optional.empty());
        return new Topology(
                "random", SiteKind.COLOCATION, surroundings, nodes, units, groups, Optional.of(Duration.ofHours(1)));
    }

    private void sources() {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            add("utility-" + i, NodeKind.UTILITY_FEED, List.of());
        }
        if (random.nextBoolean()) {
            add("generator", NodeKind.GENERATOR, List.of());
        }
    }

    private void layer(String name, NodeKind kind, int count) {
        List<String> above = nodes.stream().map(PowerNode::id).toList();
        for (int i = 0; i < count; i++) {
            add(name + "-" + i, kind, some(above, 3));
        }
    }

    private void add(String id, NodeKind kind, List<String> fedBy) {
        Rating.Side side = random.nextBoolean() ? Rating.Side.INPUT : Rating.Side.OUTPUT;
        long rated = 20_000L + random.nextInt(400_000);
        Losses losses = random.nextInt(3) == 0
                ? Losses.NONE
                : new Losses(random.nextInt(500), random.nextDouble() * 0.05, random.nextDouble() * 1e-7);
        Optional<EmergencyLimit> emergency = random.nextBoolean()
                ? Optional.of(new EmergencyLimit(rated + random.nextInt(50_000), Duration.ofHours(2)))
                : Optional.empty();
        List<String> cooledBy = random.nextInt(3) == 0
                ? some(units.stream().map(CoolingUnit::id).toList(), 2)
                : List.of();
        nodes.add(new PowerNode(
                id, kind, fedBy, new Rating(rated, new BigDecimal("0.9"), side), emergency, losses, cooledBy));
    }

    private void rejecters() {
        for (int i = 0; i < random.nextInt(3); i++) {
            unit("chiller-" + i, CoolingKind.CHILLER, List.of());
        }
    }

    private void handlers() {
        List<String> chillers = units.stream().map(CoolingUnit::id).toList();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            unit("crah-" + i, CoolingKind.CRAH, chillers.isEmpty() ? List.of() : some(chillers, 2));
        }
        unit("cdu-0", CoolingKind.CDU, chillers.isEmpty() ? List.of() : some(chillers, 2));
    }

    private void unit(String id, CoolingKind kind, List<String> rejectsTo) {
        units.add(new CoolingUnit(
                id,
                kind,
                List.of(),
                rejectsTo,
                20_000 + random.nextInt(200_000),
                CoolingUnit.Draw.following(random.nextInt(5_000))));
    }

    private void feedUnits() {
        List<String> all = nodes.stream().map(PowerNode::id).toList();
        units.replaceAll(unit ->
                new CoolingUnit(unit.id(), unit.kind(), some(all, 2), unit.rejectsTo(), unit.heatWatts(), unit.draw()));
    }

    private RackGroup group(String id) {
        List<String> all = nodes.stream().map(PowerNode::id).toList();
        List<String> handlers = units.stream()
                .filter(unit -> unit.kind() == CoolingKind.CRAH)
                .map(CoolingUnit::id)
                .toList();
        List<String> cooledBy = new ArrayList<>(some(handlers, 3));
        boolean liquid = random.nextBoolean();
        if (liquid) {
            cooledBy.add("cdu-0");
        }
        return new RackGroup(
                id, 1 + random.nextInt(3), some(all, 3), 30_000, cooledBy, 40_000, liquid ? 40_000 : 0, List.of());
    }

    private List<String> some(List<String> from, int most) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(from.size(), 1 + random.nextInt(most))));
    }
}
