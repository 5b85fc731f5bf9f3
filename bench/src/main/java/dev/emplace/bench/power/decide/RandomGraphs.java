package dev.emplace.bench.power.decide;

import dev.emplace.bench.power.site.RandomGraph;
import dev.emplace.bench.power.site.WholeSite;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Topology;
import java.util.List;
import java.util.Random;

/** Incremental decisions beside full re-evaluations, on random sites: a fast wrong answer is none. */
final class RandomGraphs {
    static final int SITES = 500;
    private static final int STEPS = 20;

    private RandomGraphs() {}

    /**
     * How many decisions were compared.
     *
     * @throws IllegalStateException where two differ
     */
    static int compare() {
        int compared = 0;
        for (long seed = 1; seed <= SITES; seed++) {
            Topology topology = RandomGraph.of(seed);
            WholeSite whole = new WholeSite(topology);
            compared += whole.holds() ? compare(topology, whole, new Random(seed)) : 0;
        }
        return compared;
    }

    private static int compare(Topology topology, WholeSite whole, Random random) {
        Plant plant = Plant.of(topology);
        LoadState state = LoadState.empty(plant);
        for (int step = 0; step < STEPS; step++) {
            RackLoad load = load(topology, random);
            boolean expected = whole.takes(List.of(load));
            boolean fits = new Placer(plant, List.of(state), Survival.ANY_SINGLE_FAILURE).placeWhereItStands(load);
            if (fits != expected) {
                throw new IllegalStateException("decided differently, step " + step + ": " + load + " on " + topology);
            }
            if (fits) {
                whole.add(List.of(load));
            }
        }
        return STEPS;
    }

    private static RackLoad load(Topology topology, Random random) {
        List<RackGroup> groups = topology.rackGroups();
        RackGroup group = groups.get(random.nextInt(groups.size()));
        long watts = 1L + random.nextInt(12_000);
        long liquid = group.liquidLimitWatts() > 0 ? watts * random.nextInt(101) / 100 : 0;
        return new RackLoad(group.id(), random.nextInt(group.rackCount()), watts, liquid, "", 0, 0);
    }
}
