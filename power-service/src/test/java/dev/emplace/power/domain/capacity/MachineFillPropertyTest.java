package dev.emplace.power.domain.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.ServerSlot;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filling equal racks at once comes to the same as filling them one by one, machine by machine. */
class MachineFillPropertyTest {
    private static final int PER_SERVER = 2;
    private static final int SERVERS = 4;
    private static final MachineDraw DRAW = new MachineDraw() {
        @Override
        public long peakWatts(int acceleratorsPerServer, int acceleratorsUsed) {
            return 1_000 + 700L * acceleratorsUsed;
        }

        @Override
        public int liquidPercent() {
            return 37;
        }
    };

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fillingManyRacksAtOnceEqualsFillingThemOneByOne(long seed) {
        Random random = new Random(seed);
        Topology topology = withMachines(RandomSite.of(seed), random);
        Plant plant = Plant.of(topology);
        List<LoadState> states = states(plant, topology, random);
        List<LoadState> copies = states.stream().map(LoadState::copy).toList();
        Survival survival = random.nextBoolean() ? Survival.NO_FAILURE : Survival.ANY_SINGLE_FAILURE;
        int wanted = 1 + random.nextInt(400);

        Placer atOnce = new Placer(plant, states, survival);
        int filled = atOnce.fill("gpu", wanted, DRAW);
        int left = oneByOne(new Placer(plant, copies, survival), plant, wanted);

        assertThat(filled).isEqualTo(wanted - left);
        for (int i = 0; i < states.size(); i++) {
            assertThat(states.get(i).loads).isEqualTo(copies.get(i).loads);
            assertThat(states.get(i).air).isEqualTo(copies.get(i).air);
            assertThat(states.get(i).liquid).isEqualTo(copies.get(i).liquid);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void refusedDemandLeavesNoTraceAndNamesWhatFits(long seed) {
        Random random = new Random(seed);
        Topology topology = withMachines(RandomSite.of(seed), random);
        Plant plant = Plant.of(topology);
        List<LoadState> states = states(plant, topology, random);
        List<long[]> before = states.stream().map(state -> state.loads.clone()).toList();

        Placement placement =
                new Placer(plant, states, Survival.NO_FAILURE).placeMachines("gpu", 1_000_000, DRAW, List.of());

        assertThat(placement).isInstanceOf(Placement.Refused.class);
        for (int i = 0; i < states.size(); i++) {
            assertThat(states.get(i).loads).isEqualTo(before.get(i));
        }
        int fitting = ((Placement.Refused) placement).fittingAccelerators();
        if (fitting > 0) {
            assertThat(new Placer(plant, states, Survival.NO_FAILURE).placeMachines("gpu", fitting, DRAW, List.of()))
                    .isInstanceOf(Placement.Placed.class);
        }
    }

    /** The plain way: rack by rack, the most machines that fit, from the most down. Answers what is left over. */
    private static int oneByOne(Placer placer, Plant plant, int wanted) {
        int left = wanted;
        for (Tap tap : plant.taps) {
            for (int rack = 0; rack < tap.group.rackCount() && left > 0; rack++) {
                int most =
                        Math.min(placer.freeMachines(tap, rack, "gpu", SERVERS), (left + PER_SERVER - 1) / PER_SERVER);
                Optional<Binding> broken = Optional.empty();
                for (int machines = most; machines > 0; machines--) {
                    RackLoad load = load(tap, rack, machines, Math.min(left, machines * PER_SERVER));
                    Optional<Binding> now = placer.tryPlace(tap, load);
                    if (now.isEmpty()) {
                        left -= load.accelerators();
                        break;
                    }
                    broken = now;
                }
                if (broken.filter(Placer::sharedBy).isPresent()) {
                    break;
                }
            }
        }
        return left;
    }

    private static RackLoad load(Tap tap, int rack, int machines, int used) {
        long watts = used / PER_SERVER * DRAW.peakWatts(PER_SERVER, PER_SERVER)
                + (used % PER_SERVER > 0 ? DRAW.peakWatts(PER_SERVER, used % PER_SERVER) : 0);
        long liquid = tap.group.liquidLimitWatts() > 0 ? watts * DRAW.liquidPercent() / 100 : 0;
        return new RackLoad(tap.group.id(), rack, watts, liquid, "gpu", machines, used);
    }

    /** Many equal racks with machines, some of which their own feed limits keep from being full. */
    private static Topology withMachines(Topology site, Random random) {
        List<RackGroup> groups = site.rackGroups().stream()
                .map(group -> new RackGroup(
                        group.id(),
                        1 + random.nextInt(40),
                        group.fedBy(),
                        random.nextBoolean() ? 30_000 : 6_000,
                        group.cooledBy(),
                        group.airLimitWatts(),
                        group.liquidLimitWatts(),
                        List.of(new ServerSlot("gpu", PER_SERVER, SERVERS, Optional.empty()))))
                .toList();
        return new Topology(
                site.displayName(),
                site.kind(),
                site.surroundings(),
                site.nodes(),
                site.coolingUnits(),
                groups,
                site.failureDuration());
    }

    /** One or two states in which some racks carry something already. */
    private static List<LoadState> states(Plant plant, Topology topology, Random random) {
        List<LoadState> states = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            LoadState state = LoadState.empty(plant);
            for (int load = 0; load < random.nextInt(4); load++) {
                RackGroup group = topology.rackGroups()
                        .get(random.nextInt(topology.rackGroups().size()));
                state.tryAdd(new RackLoad(
                        group.id(), random.nextInt(group.rackCount()), 1 + random.nextInt(9_000), 0, "gpu", 1, 1));
            }
            states.add(state);
        }
        return states;
    }
}
