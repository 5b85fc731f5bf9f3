package dev.emplace.power.domain.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.power.domain.topology.Finding;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Topology;
import dev.emplace.power.domain.topology.TopologyReview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadStatePropertyTest {
    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void incrementalLoadsEqualThoseWorkedOutAfresh(long seed) {
        Topology topology = RandomSite.of(seed);
        assertThat(new TopologyReview(id -> true).review(topology)).noneMatch(Finding::isError);
        LoadState state = LoadState.empty(Plant.of(topology));
        Random random = new Random(seed);
        List<RackLoad> standing = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            if (!standing.isEmpty() && random.nextInt(3) == 0) {
                state.remove(standing.remove(random.nextInt(standing.size())));
            } else {
                RackLoad load = randomLoad(topology, random);
                state.add(load);
                standing.add(load);
            }
        }
        assertEqual(state, topology, standing);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void loadIsTakenJustIfNoLimitBreaksInAnyScenario(long seed) {
        Topology topology = RandomSite.of(seed);
        LoadState state = LoadState.empty(Plant.of(topology));
        Random random = new Random(seed);
        List<RackLoad> standing = new ArrayList<>();
        boolean overloadedFromTheStart = !overloads(topology, standing).isEmpty();
        for (int step = 0; step < 15 && !overloadedFromTheStart; step++) {
            RackLoad load = randomLoad(topology, random);
            List<RackLoad> with = new ArrayList<>(standing);
            with.add(load);
            boolean taken = state.tryAdd(load).fits();
            assertThat(overloads(topology, with).isEmpty())
                    .as("seed %d, step %d: %s", seed, step, load)
                    .isEqualTo(taken);
            if (taken) {
                standing = with;
            }
        }
        assertEqual(state, topology, standing);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsTriedAndRefusedLeavesNoTrace(long seed) {
        Topology topology = RandomSite.of(seed);
        LoadState state = LoadState.empty(Plant.of(topology));
        long[] before = state.loads.clone();
        RackLoad load = randomLoad(topology, new Random(seed));
        if (state.tryAdd(load).fits()) {
            state.remove(load);
        }
        assertThat(state.loads).isEqualTo(before);
        assertThat(Arrays.stream(state.air).sum() + Arrays.stream(state.liquid).sum())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void loadsThatComeAndGoTogetherAreThoseOneByOne(long seed) {
        Topology topology = RandomSite.of(seed);
        Plant plant = Plant.of(topology);
        LoadState together = LoadState.empty(plant);
        LoadState oneByOne = LoadState.empty(plant);
        Random random = new Random(seed);
        List<RackLoad> loads =
                Stream.generate(() -> randomLoad(topology, random)).limit(12).toList();
        together.addAll(loads);
        loads.forEach(oneByOne::add);
        assertThat(together.loads).isEqualTo(oneByOne.loads);
        together.removeAll(loads.subList(3, 9));
        loads.subList(3, 9).forEach(oneByOne::remove);
        assertThat(together.loads).isEqualTo(oneByOne.loads);
        assertThat(together.air).isEqualTo(oneByOne.air);
        assertThat(together.firmLiquid).isEqualTo(oneByOne.firmLiquid);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wattsOnSeveralRacksArePlacedAsRackByRack(long seed) {
        Topology topology = RandomSite.of(seed);
        Plant plant = Plant.of(topology);
        LoadState state = LoadState.empty(plant);
        LoadState other = LoadState.empty(plant);
        Random random = new Random(seed);
        for (int step = 0; step < 12; step++) {
            RackLoad like = randomLoad(topology, random).surviving(Survival.ANY_SINGLE_FAILURE);
            int racks = 1 + random.nextInt(4);
            Placement placement = new Placer(plant, List.of(state), Survival.ANY_SINGLE_FAILURE)
                    .placeWatts(like.group(), racks, like.watts(), List.of());
            List<RackLoad> expected = firstRacks(plant, other, like, racks);
            assertThat(placement instanceof Placement.Placed placed ? placed.loads() : List.of())
                    .as("seed %d, step %d: %s on %d racks", seed, step, like, racks)
                    .isEqualTo(expected);
            assertThat(state.loads).isEqualTo(other.loads);
        }
    }

    /** All of that many that fit one after the other; none where they are fewer. */
    private static List<RackLoad> firstRacks(Plant plant, LoadState state, RackLoad like, int racks) {
        List<RackLoad> placed = new ArrayList<>();
        int count = plant.tap(like.group()).orElseThrow().group.rackCount();
        for (int rack = 0; rack < count && placed.size() < racks; rack++) {
            RackLoad load = new RackLoad(like.group(), rack, like.watts(), 0, "", 0, 0);
            if (new Placer(plant, List.of(state), Survival.ANY_SINGLE_FAILURE).placeWhereItStands(load)) {
                placed.add(load);
            }
        }
        if (placed.size() < racks) {
            placed.forEach(state::remove);
            return List.of();
        }
        return placed;
    }

    private static RackLoad randomLoad(Topology topology, Random random) {
        RackGroup group =
                topology.rackGroups().get(random.nextInt(topology.rackGroups().size()));
        long watts = 1L + random.nextInt(15_000);
        long liquid = group.liquidLimitWatts() > 0 ? watts * random.nextInt(101) / 100 : 0;
        RackLoad load = new RackLoad(group.id(), random.nextInt(group.rackCount()), watts, liquid, "", 0, 0);
        return random.nextInt(4) == 0 ? load.surviving(Survival.SHED_ON_FAILURE) : load;
    }

    private static List<String> overloads(Topology topology, List<RackLoad> racks) {
        return scenarios(topology)
                .flatMap(failed -> new NaiveSite(topology, failed, racks).overloads().stream())
                .toList();
    }

    private static void assertEqual(LoadState state, Topology topology, List<RackLoad> racks) {
        scenarios(topology).forEach(failed -> {
            NaiveSite naive = new NaiveSite(topology, failed, racks);
            for (Element element : state.plant.elements) {
                assertThat(load(state, element, failed))
                        .as("%s while out: %s", element.id, failed)
                        .isEqualTo(naive.load(element.id));
            }
        });
    }

    private static long load(LoadState state, Element element, String failed) {
        for (int index = Element.FIRST_FAILURE; index < element.indices(); index++) {
            if (state.plant.scenarioName(element, index).equals(failed)) {
                return state.loads[element.base + index];
            }
        }
        return state.loads[element.base + (failed.isEmpty() ? Element.NOMINAL : Element.ELSEWHERE)];
    }

    private static Stream<String> scenarios(Topology topology) {
        return Stream.of(
                        Stream.of(""),
                        topology.nodes().stream().map(node -> node.id()),
                        topology.coolingUnits().stream().map(unit -> unit.id()))
                .flatMap(ids -> ids);
    }
}
