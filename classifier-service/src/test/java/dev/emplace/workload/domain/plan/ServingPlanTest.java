package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.commitments;
import static dev.emplace.workload.domain.plan.Plans.number;
import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.placement;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import org.junit.jupiter.api.Test;

/** Where a model of 70 billion parameters is served, and what moves it. */
class ServingPlanTest {
    private final World world = new World();

    private static Facts assistant() {
        return Facts.of(Activity.SERVING).model("Llama-3.1-70B").replicas(2);
    }

    @Test
    void ownedAndRentedPlacesAreRankedTogether() {
        Plan plan = world.plan(assistant());
        assertThat(offers(plan)).startsWith("offers/hall", "offers/nebius.fi", "offers/aws.us", "offers/azure.de");
        assertThat(plan.habitatNote()).contains("is of the class's habitat");
    }

    @Test
    void deviceIsTooSmallForItAndFitsTheModelThatIsNamedOnceItsDataStays() {
        Rejection device = rejection(world.plan(assistant()), Constraint.MEMORY, "device");
        assertThat(device.number()).isEqualTo("175 GB");
        assertThat(device.limit()).isEqualTo("58 GB");
        double most = number(device.smallestChange(), "billion");
        assertThat(most).isBetween(10.0, 30.0);
        Facts smaller = Facts.of(Activity.SERVING).parameters(most).replicas(1).dataStays(true);
        assertThat(offers(world.plan(smaller))).contains("offers/orin");
        Facts larger =
                Facts.of(Activity.SERVING).parameters(most + 0.02).replicas(1).dataStays(true);
        assertThat(offers(world.plan(larger))).doesNotContain("offers/orin");
    }

    @Test
    void deviceTooSmallForTheModelFitsWithTheBitsThatAreNamed() {
        Facts model = Facts.of(Activity.SERVING).parameters(30).replicas(1).onDevice();
        Plan plan = world.plan(model);
        assertThat(rejection(plan, Constraint.MEMORY, "device").smallestChange())
                .isEqualTo("fits with weights of 8 bits");
        assertThat(offers(plan)).doesNotContain("offers/orin");
        assertThat(offers(world.plan(model.bits(8)))).contains("offers/orin");
    }

    @Test
    void aDeviceIsOfferedOnlyWhereTheEdgeIsInQuestion() {
        Facts small = Facts.of(Activity.SERVING).parameters(3).replicas(1);
        assertThat(offers(world.plan(small))).doesNotContain("offers/orin");
        assertThat(rejection(world.plan(small), Constraint.DEVICE, "device").smallestChange())
                .contains("must work offline");
        assertThat(offers(world.plan(small.offline(true)))).startsWith("offers/orin");
    }

    @Test
    void servingIsNotPutOnSpotUnlessItMayRestart() {
        Plan plan = world.plan(assistant());
        assertThat(offers(plan)).doesNotContain("offers/aws.us.spot");
        assertThat(rejection(plan, Constraint.PREEMPTION, "hyperscaler spot").smallestChange())
                .isEqualTo("passes if restartable");
        assertThat(offers(world.plan(assistant().restartable(true)))).startsWith("offers/aws.us.spot");
    }

    @Test
    void commitmentPassesForAsManyDaysOfWorkAsItNames() {
        Plan plan = world.plan(assistant());
        Rejection year = rejection(plan, Constraint.COMMITMENT, "hyperscaler reserved");
        assertThat(year.number()).isEqualTo("365 days");
        assertThat(year.limit()).isEqualTo("30.4 days");
        long days = (long) number(year.smallestChange(), "days");
        assertThat(offers(world.plan(assistant().forHours(days * 24)))).startsWith("offers/aws.us.year");
        assertThat(offers(world.plan(assistant().forHours(days * 24 - 1)))).doesNotContain("offers/aws.us.year");
        assertThat(offers(world.plan(assistant(), commitments(true)))).startsWith("offers/aws.us.year");
    }

    @Test
    void machinesOfOurOwnBindAsReservationsDo() {
        assertThat(offers(world.plan(assistant()))).contains("offers/hall");
        Plan unbound = world.plan(assistant(), commitments(false));
        Rejection hall = rejection(unbound, Constraint.COMMITMENT, "colocation");
        assertThat(hall.number()).isEqualTo("1095 days");
        long days = (long) number(hall.smallestChange(), "days");
        assertThat(offers(world.plan(assistant().forHours(days * 24), commitments(false))))
                .contains("offers/hall");
    }

    @Test
    void workWhoseEndIsStatedIsNotBoundBeyondIt() {
        assertThat(offers(world.plan(assistant().forHours(1_094 * 24)))).doesNotContain("offers/hall");
        assertThat(offers(world.plan(assistant().forHours(1_095 * 24)))).contains("offers/hall");
    }

    @Test
    void siteShortOfPowerIsRejectedWithTheReplicasThatWouldFit() {
        world.fitting.put("sites/hall", 6);
        Plan plan = world.plan(assistant());
        assertThat(offers(plan)).doesNotContain("offers/hall");
        Rejection hall = rejection(plan, Constraint.POWER, "colocation");
        assertThat(hall.number()).isEqualTo("2 kW short");
        assertThat(hall.limit()).contains("ups-a under ups-b failed");
        assertThat(hall.closest()).isEqualTo("offers/hall");
        assertThat(hall.power()).contains(new World.Stub("assessment of sites/hall"));
        int replicas = (int) number(hall.smallestChange(), "replica");
        assertThat(offers(world.plan(assistant().replicas(replicas)))).contains("offers/hall");
        assertThat(offers(world.plan(assistant().replicas(replicas + 1)))).doesNotContain("offers/hall");
    }

    @Test
    void siteWithoutEnoughFreeMachinesIsShortOfScaleAndNotOfPower() {
        world.fitting.put("sites/hall", 4);
        world.shortOfMachines = true;
        Rejection hall = rejection(world.plan(assistant()), Constraint.SCALE, "colocation");
        assertThat(hall.number()).isEqualTo("4 free");
        assertThat(hall.limit()).isEqualTo("8 accelerators");
        assertThat(hall.smallestChange()).isEqualTo("fits with 1 replica, 4 accelerators fewer");
    }

    @Test
    void otherKindsMatchTheBandwidthThatIsAskedFor() {
        world.shops.add(world.shop("offers/nebius.fi").of(Kinds.A100, 8, "InfiniBand"));
        world.shops.add(world.shop("offers/aws.us").of(Kinds.B200, 8, "EFA"));
        Plan plan = world.plan(assistant().replicas(1).asks(4, "H100"));
        assertThat(placement(plan, "offers/hall").footprint().accelerators()).isEqualTo(4);
        // 4 x 3.35 TB/s are 6.6 x 2.04, hence 8, and 1.7 x 7.7, hence 2.
        assertThat(plan.placements())
                .filteredOn(p -> p.quote().accelerator().equals(Kinds.A100))
                .singleElement()
                .satisfies(p -> assertThat(p.footprint().accelerators()).isEqualTo(8));
        assertThat(plan.assumptions()).extracting(Assumed::value).anyMatch(v -> v.startsWith("as fast as 4 x H100"));
    }

    @Test
    void everyChangeThatIsInTheWayIsNamed() {
        Plan plan = world.plan(assistant().in("DE"), commitments(false));
        Rejection year = rejection(plan, Constraint.JURISDICTION, "hyperscaler reserved");
        assertThat(year.smallestChange())
                .isEqualTo(
                        "passes if its data may be in US; and passes with allow_commitments, or for 365 days of work");
        assertThat(offers(world.plan(assistant().in("DE", "US"), commitments(false))))
                .doesNotContain("offers/aws.us.year");
        assertThat(offers(world.plan(assistant().in("DE", "US"), commitments(true))))
                .contains("offers/aws.us.year");
    }
}
