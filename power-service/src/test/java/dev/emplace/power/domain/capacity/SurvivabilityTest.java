package dev.emplace.power.domain.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.power.domain.topology.Condition;
import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.EmergencyLimit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.PowerSupply;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.ServerSlot;
import dev.emplace.power.domain.topology.SiteKind;
import dev.emplace.power.domain.topology.Surroundings;
import dev.emplace.power.domain.topology.Topology;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A 2N site of two 50 kW paths with a generator, changed here and there. All racks hang on both PDUs. */
class SurvivabilityTest {
    private static final MachineDraw EIGHT_B200 = new MachineDraw() {
        @Override
        public long peakWatts(int acceleratorsPerServer, int acceleratorsUsed) {
            return 10_400;
        }

        @Override
        public int liquidPercent() {
            return 0;
        }
    };

    private final List<PowerNode> nodes = new ArrayList<>(List.of(
            node("utility", NodeKind.UTILITY_FEED, 200_000),
            node("generator", NodeKind.GENERATOR, 200_000),
            node("main-a", NodeKind.SWITCHGEAR, 200_000, "utility", "generator"),
            node("main-b", NodeKind.SWITCHGEAR, 200_000, "utility", "generator"),
            node("pdu-a", NodeKind.PDU, 50_000, "main-a"),
            node("pdu-b", NodeKind.PDU, 50_000, "main-b")));
    private final List<CoolingUnit> units = new ArrayList<>(List.of(
            unit("crah-1", CoolingKind.CRAH, 100_000, "pdu-a"), unit("crah-2", CoolingKind.CRAH, 100_000, "pdu-b")));
    private List<String> feeds = List.of("pdu-a", "pdu-b");
    private List<String> coolers = List.of("crah-1", "crah-2");
    private long liquidLimit;
    private Optional<Duration> failureDuration = Optional.empty();
    private Condition condition = Condition.USUAL;

    @Test
    void twoNSiteRefusesWhatOnlyFitsWithBothFeedsAliveAndNamesTheFeed() {
        assertThat(place(5, 9_800, Survival.ANY_SINGLE_FAILURE)).isInstanceOf(Placement.Placed.class);
        Binding binding = refusal(5, 10_200, Survival.ANY_SINGLE_FAILURE);
        assertThat(binding.node()).startsWith("pdu-");
        assertThat(binding.scenario())
                .matches("(pdu|main)-[ab]")
                .doesNotEndWith(binding.node().substring(3));
        assertThat(binding.shortfall()).isEqualTo(1_000 + 1_000);
    }

    @Test
    void riskThatOneAcceptsDoesNotOverloadWhatOthersDependOn() {
        assertThat(refusal(5, 10_200, Survival.NO_FAILURE).kind()).isEqualTo(LimitKind.POWER);
    }

    @Test
    void loadThatIsShedWhenSomethingFailsUsesBothFeeds() {
        assertThat(place(5, 19_000, Survival.SHED_ON_FAILURE)).isInstanceOf(Placement.Placed.class);
        Binding binding = refusal(5, 20_000, Survival.SHED_ON_FAILURE);
        assertThat(binding.scenario()).isEqualTo("nothing failed");
    }

    @Test
    void singleFeedServesOnlyWhoAcceptsTheRisk() {
        feeds = List.of("pdu-a");
        assertThat(place(1, 5_000, Survival.NO_FAILURE)).isInstanceOf(Placement.Placed.class);
        Binding binding = refusal(1, 5_000, Survival.ANY_SINGLE_FAILURE);
        assertThat(binding.kind()).isEqualTo(LimitKind.LAST_PATH);
        assertThat(binding.scenario()).endsWith("-a");
    }

    @Test
    void sixSuppliesOfThreeKilowattsDoNotCarryAServerOfTenOverAFeed() {
        Placement six = placeServer(new PowerSupply(6, 3_300));
        assertThat(((Placement.Refused) six).binding())
                .satisfies(binding -> assertThat(binding.kind()).isEqualTo(LimitKind.POWER_SUPPLY))
                .satisfies(binding -> assertThat(binding.limit()).isEqualTo(9_900));
        assertThat(placeServer(new PowerSupply(8, 3_300))).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void failedPduThatFeedsTheCduTakesItsCoolingWithIt() {
        units.add(unit("cdu", CoolingKind.CDU, 100_000, "pdu-a"));
        coolers = List.of("crah-1", "crah-2", "cdu");
        liquidLimit = 20_000;
        RackLoad wet = new RackLoad("row", 0, 10_000, 8_000, "", 0, 0);
        Binding binding =
                rules(Survival.ANY_SINGLE_FAILURE).check(plant().taps[0], wet).orElseThrow();
        assertThat(binding.kind()).isEqualTo(LimitKind.LAST_PATH);
        assertThat(binding.scenario()).endsWith("-a");
        units.set(2, unit("cdu", CoolingKind.CDU, 100_000, "pdu-a", "pdu-b"));
        assertThat(rules(Survival.ANY_SINGLE_FAILURE).check(plant().taps[0], wet))
                .as("the CDU itself may still fail")
                .hasValueSatisfying(left -> assertThat(left.scenario()).isEqualTo("cdu"));
        units.add(unit("cdu-2", CoolingKind.CDU, 100_000, "pdu-b"));
        coolers = List.of("crah-1", "crah-2", "cdu", "cdu-2");
        assertThat(rules(Survival.ANY_SINGLE_FAILURE).check(plant().taps[0], wet))
                .isEmpty();
    }

    @Test
    void whatFitsByPowerAndNotByCoolingIsRefusedForCooling() {
        units.set(0, unit("crah-1", CoolingKind.CRAH, 30_000, "pdu-a"));
        Binding binding = refusal(5, 9_000, Survival.ANY_SINGLE_FAILURE);
        assertThat(binding.kind()).isEqualTo(LimitKind.COOLING);
        assertThat(binding.node()).isEqualTo("crah-1");
        assertThat(binding.scenario()).isIn("crah-2", "pdu-b", "main-b");
    }

    @Test
    void whatFitsByCoolingAndNotByPowerIsRefusedForPower() {
        Binding binding = refusal(5, 11_000, Survival.ANY_SINGLE_FAILURE);
        assertThat(binding.kind()).isEqualTo(LimitKind.POWER);
    }

    @Test
    void lostUtilityLeavesRacksAndTheirCoolingToTheGenerator() {
        nodes.set(1, node("generator", NodeKind.GENERATOR, 41_000));
        assertThat(place(5, 7_600, Survival.ANY_SINGLE_FAILURE)).isInstanceOf(Placement.Placed.class);
        Binding binding = refusal(5, 8_000, Survival.ANY_SINGLE_FAILURE);
        assertThat(binding.node()).isEqualTo("generator");
        assertThat(binding.scenario()).isEqualTo("utility");
        assertThat(binding.shortfall()).as("with 2 kW for the units").isEqualTo(1_000);
    }

    @Test
    void emergencyLimitCountsOnlyIfItLastsAsLongAsFailuresDo() {
        failureDuration = Optional.of(Duration.ofHours(2));
        emergency(Duration.ofHours(2));
        assertThat(place(5, 11_000, Survival.ANY_SINGLE_FAILURE)).isInstanceOf(Placement.Placed.class);
        emergency(Duration.ofHours(1));
        assertThat(refusal(5, 11_000, Survival.ANY_SINGLE_FAILURE).limit()).isEqualTo(50_000);
    }

    @Test
    void maintenanceOfOnePathLeavesNothingToWhatMustSurviveAFailureThen() {
        condition = new Condition(Set.of("pdu-a"), Set.of(), Map.of(), false);
        Binding binding = refusal(1, 5_000, Survival.ANY_SINGLE_FAILURE);
        assertThat(binding.kind()).isEqualTo(LimitKind.LAST_PATH);
        assertThat(binding.scenario()).endsWith("-b during maintenance of pdu-a");
        condition = new Condition(Set.of("pdu-a"), Set.of(), Map.of(), true);
        assertThat(place(5, 9_800, Survival.ANY_SINGLE_FAILURE)).isInstanceOf(Placement.Placed.class);
        assertThat(refusal(5, 9_900, Survival.ANY_SINGLE_FAILURE).scenario()).isEqualTo("maintenance of pdu-a");
    }

    @Test
    void nobodyIsPromisedPowerThatIsKnownToBeOut() {
        feeds = List.of("pdu-a");
        condition = new Condition(Set.of("pdu-a"), Set.of(), Map.of(), true);
        assertThat(refusal(1, 1, Survival.SHED_ON_FAILURE).kind()).isEqualTo(LimitKind.LAST_PATH);
        condition = new Condition(Set.of(), Set.of("row"), Map.of(), false);
        assertThat(refusal(1, 1, Survival.NO_FAILURE).scenario()).isEqualTo("row not there yet");
    }

    @Test
    void curtailmentLimitsTheNodeInEveryScenario() {
        condition = new Condition(Set.of(), Set.of(), Map.of("utility", 30_000L), false);
        assertThat(place(4, 7_000, Survival.ANY_SINGLE_FAILURE)).isInstanceOf(Placement.Placed.class);
        Binding binding = refusal(5, 7_000, Survival.ANY_SINGLE_FAILURE);
        assertThat(binding.node()).isEqualTo("utility");
        assertThat(binding.scenario()).isEqualTo("curtailment of utility");
    }

    private void emergency(Duration lasts) {
        for (String id : List.of("pdu-a", "pdu-b")) {
            PowerNode known = node(id, NodeKind.PDU, 50_000, "main" + id.substring(3));
            nodes.replaceAll(node -> node.id().equals(id)
                    ? new PowerNode(
                            id,
                            known.kind(),
                            known.fedBy(),
                            known.rating(),
                            Optional.of(new EmergencyLimit(60_000, lasts)),
                            known.losses(),
                            known.cooledBy())
                    : node);
        }
    }

    private Binding refusal(int racks, long watts, Survival survival) {
        return ((Placement.Refused) place(racks, watts, survival)).binding();
    }

    private Placement place(int racks, long watts, Survival survival) {
        Plant plant = plant();
        return new Placer(plant, List.of(LoadState.empty(plant)), survival).placeWatts("row", racks, watts, List.of());
    }

    private Placement placeServer(PowerSupply supply) {
        Plant plant = plant(new ServerSlot("b200", 8, 1, Optional.of(supply)));
        return new Placer(plant, List.of(LoadState.empty(plant)), Survival.ANY_SINGLE_FAILURE)
                .placeMachines("b200", 8, EIGHT_B200, List.of());
    }

    private RackRules rules(Survival survival) {
        return new RackRules(List.of(LoadState.empty(plant())), survival);
    }

    private Plant plant(ServerSlot... servers) {
        RackGroup row = new RackGroup("row", 5, feeds, 25_000, coolers, 25_000, liquidLimit, List.of(servers));
        Topology topology = new Topology(
                "2N",
                SiteKind.COLOCATION,
                new Surroundings("US", 39, -77, BigDecimal.ONE, 0, Optional.empty()),
                nodes,
                units,
                List.of(row),
                failureDuration);
        return Plant.of(topology, condition);
    }

    private static PowerNode node(String id, NodeKind kind, long watts, String... fedBy) {
        Rating rating = new Rating(watts, BigDecimal.ONE, Rating.Side.OUTPUT);
        return new PowerNode(id, kind, List.of(fedBy), rating, Optional.empty(), Losses.NONE, List.of());
    }

    private static CoolingUnit unit(String id, CoolingKind kind, long heatWatts, String... fedBy) {
        return new CoolingUnit(id, kind, List.of(fedBy), List.of(), heatWatts, CoolingUnit.Draw.following(1_000));
    }
}
