package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.commitments;
import static dev.emplace.workload.domain.plan.Plans.number;
import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.placement;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where training goes: a burst, one that comes back every month, one of an adapter. */
class TrainingPlanTest {
    private final World world = new World();

    private static Facts burst(int nodes) {
        return Facts.of(Activity.TRAINING)
                .model("Llama-3.1-70B")
                .asks(8, "H100")
                .nodes(nodes);
    }

    private static Facts monthly(double hours) {
        return Facts.of(Activity.TRAINING).recurring().asks(8, "H100").hoursOfAMonth(hours);
    }

    @Test
    void aBurstTakesAsManyAsItAsksForOnAFabric() {
        Plan plan = world.plan(burst(64));
        assertThat(plan.placements())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.quote().fabric()).isNotEmpty())
                .allSatisfy(p -> assertThat(p.footprint().accelerators()).isEqualTo(512));
        assertThat(offers(plan)).startsWith("offers/aws.us.spot");
        assertThat(plan.habitatNote()).contains("is of the class's habitat");
    }

    @Test
    void withoutAFabricFewEnoughMustBeAskedForToFitOneMachine() {
        world.shops.add(world.shop("offers/aws.us").of(Kinds.B200, 8, ""));
        Facts small = Facts.of(Activity.TRAINING).model("gpt2").asks(8, "H100").nodes(4);
        Rejection alone = rejection(world.plan(small), Constraint.FABRIC, "hyperscaler on demand");
        // 32 x H100 are as fast as 14.1 x B200; eight B200 are as fast as 18.2 x H100.
        assertThat(alone.number()).isEqualTo("8 in a machine, no fabric");
        assertThat(alone.limit()).isEqualTo("15 together");
        int most = (int) number(alone.smallestChange(), "x H100");
        assertThat(most).isEqualTo(18);
        assertThat(offers(world.plan(small.asks(most, "H100").nodes(1)))).contains("offers/aws.us.b200-sxm");
        assertThat(offers(world.plan(small.asks(most + 1, "H100").nodes(1)))).doesNotContain("offers/aws.us.b200-sxm");
    }

    @Test
    void machinesOfOurOwnWouldBindForLongerThanABurst() {
        Rejection hall = rejection(world.plan(burst(64)), Constraint.COMMITMENT, "colocation");
        assertThat(hall.number()).isEqualTo("1095 days");
        assertThat(hall.limit()).isEqualTo("7 days");
        assertThat(offers(world.plan(burst(64), commitments(true)))).contains("offers/hall");
    }

    @Test
    void ownSiteShortOfPowerFitsTheBurstThatIsNamed() {
        world.fitting.put("sites/hall", 260);
        Rejection hall = rejection(world.plan(burst(64), commitments(true)), Constraint.POWER, "colocation");
        int most = (int) number(hall.smallestChange(), "x H100");
        assertThat(most).isEqualTo(260);
        assertThat(hall.smallestChange()).contains("252 fewer");
        Facts fewer = burst(1).asks(most, "H100");
        assertThat(offers(world.plan(fewer, commitments(true)))).contains("offers/hall");
        Facts more = burst(1).asks(most + 1, "H100");
        assertThat(offers(world.plan(more, commitments(true)))).doesNotContain("offers/hall");
    }

    @Test
    void aBlockOfCapacityServesWorkThatLastsAsLongAsTheBlock() {
        world.shops.add(Shop.rented("block", "aws", Family.HYPERSCALER, Purchase.BLOCK, "US", Shop.VIRGINIA, "30.00")
                .bindingFor(Duration.ofDays(7)));
        assertThat(offers(world.plan(burst(64)))).contains("offers/block");
        assertThat(offers(world.plan(burst(64).forHours(167)))).doesNotContain("offers/block");
    }

    @Test
    void aSmallModelOverManyMachinesIsNotPutOnOneLargeAccelerator() {
        world.shops.add(world.shop("offers/nebius.fi").of(Kinds.B200, 8, "InfiniBand"));
        Facts sharded =
                Facts.of(Activity.TRAINING).model("Llama-2-7b").asks(8, "").nodes(4);
        Plan plan = world.plan(sharded);
        assertThat(plan.placements())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.footprint().accelerators()).isGreaterThanOrEqualTo(32));
        assertThat(plan.assumptions()).extracting(Assumed::value).anyMatch(v -> v.startsWith("32 of any kind"));
        assertThat(rejection(plan, Constraint.ACCELERATOR, "other accelerators").accelerators())
                .containsExactly("T4");
    }

    @Test
    void whatIsPaidByUseIsPaidForTheHoursThatItRuns() {
        Plan plan = world.plan(monthly(200));
        assertThat(placement(plan, "offers/aws.us").cost().totalUsd()).isCloseTo(dollars(55.04 * 200 * 12), cents());
        assertThat(placement(plan, "offers/aws.us.year").cost().totalUsd()).isCloseTo(dollars(18.00 * 8_760), cents());
        assertThat(offers(plan)).startsWith("offers/aws.us.spot", "offers/nebius.fi", "offers/aws.us");
    }

    @Test
    void aCommitmentPaysFromTheHoursOfAMonthThatAreNamed() {
        world.shops.removeIf(shop -> shop.purchase() == Purchase.SPOT);
        Plan plan = world.plan(monthly(200));
        String note = plan.notes().get(0);
        assertThat(note).contains("offers/aws.us.year", "offers/nebius.fi", "it runs 200");
        double hours = number(note, "hours");
        // 18.00 x 730 / 23.60.
        assertThat(hours).isEqualTo(557);
        assertThat(offers(world.plan(monthly(hours)))).startsWith("offers/aws.us.year");
        assertThat(offers(world.plan(monthly(hours - 1)))).startsWith("offers/nebius.fi");
    }

    @Test
    void trainingThatComesBackIsPlannedForAYearOfMonths() {
        Plan plan = world.plan(Facts.of(Activity.TRAINING).recurring().asks(8, "H100"));
        assertThat(plan.duration()).isEqualTo(Duration.ofDays(365));
        assertThat(plan.assumptions()).extracting(Assumed::field).contains("duration", "monthly_run_hours");
        assertThat(plan.summary()).contains("in 365 days");
    }

    @Test
    void workThatPausesIsStillQuotedInOneCall() {
        world.plan(monthly(200));
        assertThat(world.priceCalls).isEqualTo(1);
        assertThat(world.requests).extracting(Prices.Request::purchases).hasSize(2);
    }

    @Test
    void moreThanAMillionOfAKindAreAskedOfNobody() {
        Facts vast =
                Facts.of(Activity.TRAINING).model("gpt2").asks(1_000, "H100").nodes(1_000);
        Plan plan = world.plan(vast);
        Rejection slower = rejection(plan, Constraint.SCALE, "accelerators");
        assertThat(slower.accelerators()).containsExactly("A100 SXM", "L4");
        assertThat(world.requests).allSatisfy(r -> assertThat(r.count()).isLessThanOrEqualTo(1_000_000));
        int most = (int) number(slower.smallestChange(), "x H100");
        assertThat(rejection(world.plan(vast.asks(most, "H100").nodes(1)), Constraint.SCALE, "accelerators")
                        .accelerators())
                .containsExactly("L4");
    }

    @Test
    void anAdapterIsTrainedOnSpot() {
        Plan plan = world.plan(Facts.of(Activity.FINE_TUNING).model("Llama-3.1-8B"));
        assertThat(offers(plan)).startsWith("offers/aws.us.spot");
        assertThat(plan.habitatNote()).contains("is of the class's habitat");
        assertThat(offers(world.plan(
                        Facts.of(Activity.FINE_TUNING).model("Llama-3.1-8B").restartable(false))))
                .doesNotContain("offers/aws.us.spot");
    }

    private static java.math.BigDecimal dollars(double usd) {
        return java.math.BigDecimal.valueOf(usd);
    }

    private static org.assertj.core.data.Offset<java.math.BigDecimal> cents() {
        // Seconds are whole, so that a share of a year is off by less than a second's price.
        return org.assertj.core.data.Offset.offset(new java.math.BigDecimal("0.05"));
    }
}
