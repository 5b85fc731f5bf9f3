package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.number;
import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.placement;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that distance decides about: vision under an objective, a robot, video. */
class NearbyPlanTest {
    private static final double KM_PER_DEGREE = 111.195;

    private final World world = new World();

    @BeforeEach
    void nodeInMunich() {
        world.shops.add(Shop.rented("node", "own", Family.EDGE, Purchase.OWNED, "DE", Shop.MUNICH, "4.00")
                .bindingFor(Shop.LIFE)
                .at("sites/node")
                .of(Kinds.L4, 4, ""));
        world.fitting.put("sites/node", 40);
    }

    private static Facts vision() {
        return Facts.of(Activity.SERVING).model("resnet50").replicas(1).usersAt(48.14, 11.58);
    }

    private static Facts video(double gigabytesPerHour) {
        return vision().brings(Math.round(gigabytesPerHour * 1e9));
    }

    @Test
    void nearRegionAndEdgeMeetEightMillisecondsAndFarOnesDoNot() {
        Plan plan = world.plan(vision().within(8));
        assertThat(offers(plan)).contains("offers/aws.l4", "offers/node.l4").doesNotContain("offers/aws.us");
        Placement frankfurt = placement(plan, "offers/aws.l4");
        assertThat(frankfurt.compute().orElseThrow().expected()).isBetween(0.3, 1.0);
        assertThat(frankfurt.expectedMillis()).isBetween(6.0, 8.0);
    }

    @Test
    void objectiveThatIsNamedPassesAndOneAHundredthBelowDoesNot() {
        Plan plan = world.plan(vision().within(8).computes(2));
        // Munich to Virginia is 6,700 km: 66 ms of light in fibre.
        Rejection virginia = rejection(plan, Constraint.LATENCY, "hyperscaler on demand");
        assertThat(virginia.number()).contains("network", "2 ms computing");
        double named = number(virginia.smallestChange(), "ms");
        assertThat(named).isBetween(60.0, 80.0);
        assertThat(offers(world.plan(vision().within(named).computes(2)))).contains("offers/aws.us");
        assertThat(offers(world.plan(vision().within(named - 0.01).computes(2))))
                .doesNotContain("offers/aws.us");
    }

    @Test
    void usersWithinTheDistanceThatIsNamedPass() {
        Rejection virginia =
                rejection(world.plan(vision().within(8).computes(2)), Constraint.LATENCY, "hyperscaler on demand");
        double km = number(virginia.smallestChange(), "km");
        assertThat(km).isBetween(600.0, 620.0);
        Facts near = vision().within(8).computes(2).usersAt(39.04 + (km - 1) / KM_PER_DEGREE, -77.49);
        assertThat(offers(world.plan(near))).contains("offers/aws.us");
        Facts far = vision().within(8).computes(2).usersAt(39.04 + (km + 2) / KM_PER_DEGREE, -77.49);
        assertThat(offers(world.plan(far))).doesNotContain("offers/aws.us");
    }

    @Test
    void aPlaceThatNobodyCanLocateMayBeHalfAroundTheEarth() {
        world.shops.add(new Shop(
                Kinds.L4,
                "offers/somewhere",
                "somebody",
                Family.GPU_CLOUD,
                Purchase.ON_DEMAND,
                "US",
                java.util.Optional.empty(),
                "",
                1,
                "",
                java.time.Duration.ZERO,
                "0.10"));
        world.shops.removeIf(shop -> shop.offer().equals("offers/nebius.fi"));
        Plan plan = world.plan(vision().within(8).computes(2));
        assertThat(offers(plan)).doesNotContain("offers/somewhere");
        double named = number(
                rejection(plan, Constraint.LATENCY, "gpu cloud on demand").smallestChange(), "ms");
        assertThat(named).isEqualTo(198.15);
        assertThat(offers(world.plan(vision().within(named).computes(2)))).contains("offers/somewhere");
        assertThat(offers(world.plan(vision().within(named - 0.01).computes(2))))
                .doesNotContain("offers/somewhere");
    }

    @Test
    void whatOnlyPhysicsAllowsComesAfterWhatIsExpectedInTime() {
        // Frankfurt: 3 ms of light, but 7.2 ms as networks go. It is the cheapest place.
        Plan plan = world.plan(vision().within(5));
        assertThat(offers(plan)).startsWith("offers/node.l4").contains("offers/aws.l4");
        assertThat(placement(plan, "offers/aws.l4").reasons())
                .anyMatch(reason -> reason.contains("more than the objective of 5 ms"));
        assertThat(offers(world.plan(vision().within(8)))).startsWith("offers/aws.l4");
    }

    @Test
    void computingAloneBeyondTheObjectiveIsInfeasible() {
        Plan plan = world.plan(vision().within(8).computes(9));
        assertThat(plan.outcome()).isEqualTo(Plan.Outcome.INFEASIBLE);
        assertThat(plan.rejections()).isNotEmpty();
    }

    @Test
    void objectiveWithoutAPlaceOfUsersNeedsThatFact() {
        Plan plan = world.plan(Facts.of(Activity.SERVING).model("resnet50").within(8));
        assertThat(plan.outcome()).isEqualTo(Plan.Outcome.NEEDS_FACT);
        assertThat(plan.missingFacts()).extracting(MissingFact::field).containsExactly("users_location");
        assertThat(world.priceCalls).isZero();
    }

    @Test
    void nearestPlaceComesFirstByLatency() {
        PlanRequest byLatency = new PlanRequest(
                Constraints.NONE,
                Objective.LATENCY,
                Weights.COST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10,
                0,
                Map.of());
        Placement first =
                world.plan(vision().within(200), byLatency).placements().get(0);
        assertThat(first.quote().offer()).isEqualTo("offers/node.l4");
        assertThat(first.roundTripMillis().orElseThrow()).isBetween(0.9, 1.0);
    }

    @Test
    void robotThatMustWorkOfflineRunsOnTheDeviceAndNowhereElse() {
        Facts robot =
                Facts.of(Activity.SERVING).model("Llama-3.1-8B").replicas(1).offline(true);
        Plan plan = world.plan(robot);
        assertThat(offers(plan)).containsExactly("offers/orin");
        assertThat(plan.placements().get(0).inHabitat()).isTrue();
        Rejection hall = rejection(plan, Constraint.OFFLINE, "colocation");
        assertThat(hall.number()).isEqualTo("needs a network");
        assertThat(hall.smallestChange()).startsWith("passes if must_work_offline is false");
        assertThat(offers(world.plan(robot.offline(false)))).contains("offers/hall");
    }

    @Test
    void videoIsComputedWhereItArisesFromTheVolumeThatIsNamed() {
        world.shops.removeIf(shop -> shop.offer().equals("offers/orin"));
        world.shops.add(world.shop("offers/node.l4")); // 4.00 USD an hour, the same network
        Plan plan = world.plan(video(20));
        String note = plan.notes().get(0);
        assertThat(note).contains("offers/node.l4", "offers/aws.l4", "it takes in 20 GB/h");
        double crossing = number(note, "GB/h");
        // (4.00 - 0.80) / 0.09.
        assertThat(crossing).isEqualTo(35.556);
        assertThat(offers(world.plan(video(crossing + 0.01)))).startsWith("offers/node.l4");
        assertThat(offers(world.plan(video(crossing - 0.01)))).startsWith("offers/aws.l4");
    }

    @Test
    void transportIsChargedInTheTotalOfEachPlaceThatIsReachedByAnUplink() {
        Plan plan = world.plan(video(20));
        assertThat(placement(plan, "offers/aws.l4").cost().transportUsd())
                .isEqualByComparingTo(new BigDecimal("0.09").multiply(BigDecimal.valueOf(20 * 730)));
        assertThat(placement(plan, "offers/aws.l4").cost().hourlyUsd()).isEqualByComparingTo("2.60");
        assertThat(placement(plan, "offers/orin").cost().transportUsd()).isZero();
        assertThat(placement(plan, "offers/node.l4").cost().transportUsd()).isZero();
        assertThat(placement(plan, "offers/hall").cost().transportUsd()).isPositive();
    }

    @Test
    void uplinkThatCostsNothingMakesTheCheapestPlaceWin() {
        Plan plan = world.plan(video(40).uplinkAt("0"));
        assertThat(plan.notes()).isEmpty();
        assertThat(placement(plan, "offers/aws.l4").cost().transportUsd()).isZero();
        assertThat(plan.assumptions()).noneMatch(a -> a.field().equals("transport_unit_price"));
    }
}
