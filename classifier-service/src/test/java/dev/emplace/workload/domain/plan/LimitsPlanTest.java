package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.dollars;
import static dev.emplace.workload.domain.plan.Plans.number;
import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.placement;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an owner sets: budgets of a month, how long to be bound, what can be had, what counts, where it runs today. */
class LimitsPlanTest {

    private final World world = new World();

    private static Facts server() {
        return Facts.of(Activity.SERVING)
                .model("Llama-3.1-70B-Instruct")
                .asks(8, "H100")
                .replicas(1);
    }

    private static Constraints within(Optional<BigDecimal> monthly, Optional<Duration> commitment, List<Quota> quotas) {
        return new Constraints(
                List.of(), List.of(), List.of(), Optional.empty(), monthly, Optional.empty(), commitment, quotas);
    }

    private static Constraints monthly(BigDecimal usd) {
        return within(Optional.of(usd), Optional.empty(), List.of());
    }

    private static Constraints commitment(Duration longest) {
        return within(Optional.empty(), Optional.of(longest), List.of());
    }

    private static Constraints quota(Quota... quotas) {
        return within(Optional.empty(), Optional.empty(), List.of(quotas));
    }

    @Test
    void aMonthlyBudgetOfFiftyThousandPassesAndRejectsByTheMonth() {
        // AWS on demand costs 55.04 an hour, and so 40,179.20 a month; Azure 88.48, and so 64,590.40.
        Plan plan = world.plan(server(), monthly(new BigDecimal("50000")));

        assertThat(offers(plan)).contains("offers/aws.us").doesNotContain("offers/azure.de");
        Rejection dear = rejection(plan, Constraint.BUDGET, "hyperscaler on demand");
        assertThat(dear.number()).isEqualTo("USD 64590.40 a month");
        assertThat(dear.limit()).isEqualTo("USD 50000.00 a month");
        assertThat(dear.closest()).isEqualTo("offers/azure.de");
        BigDecimal enough = dollars(dear.smallestChange());
        assertThat(offers(world.plan(server(), monthly(enough)))).contains("offers/azure.de");
        assertThat(offers(world.plan(server(), monthly(enough.subtract(new BigDecimal("0.01"))))))
                .doesNotContain("offers/azure.de");
    }

    @Test
    void workThatIsOverWithinAMonthIsHeldAgainstTheBudgetAsAWhole() {
        Facts week = server().forHours(168);
        // 168 hours at 55.04.
        assertThat(offers(world.plan(week, monthly(new BigDecimal("9246.72"))))).contains("offers/aws.us");
        assertThat(offers(world.plan(week, monthly(new BigDecimal("9246.71"))))).doesNotContain("offers/aws.us");
    }

    @Test
    void theLongestCommitmentDecidesWhateverTheWorkOrItsClass() {
        assertThat(offers(world.plan(server(), commitment(Duration.ZERO))))
                .doesNotContain("offers/hall", "offers/aws.us.year")
                .contains("offers/nebius.fi");
        assertThat(offers(world.plan(server(), commitment(Duration.ofDays(365)))))
                .contains("offers/aws.us.year")
                .doesNotContain("offers/hall");
        assertThat(offers(world.plan(server(), commitment(Duration.ofDays(1_095)))))
                .contains("offers/hall");
    }

    @Test
    void aCommitmentBeyondTheLongestNamesTheDaysThatWouldDo() {
        Rejection bound = rejection(
                world.plan(server(), commitment(Duration.ZERO)), Constraint.COMMITMENT, "hyperscaler reserved");
        double days = number(bound.smallestChange(), "days");

        assertThat(days).isEqualTo(365);
        assertThat(offers(world.plan(server(), commitment(Duration.ofDays((long) days - 1)))))
                .doesNotContain("offers/aws.us.year");
    }

    @Test
    void aStockOutRejectsAndTheNextPlacesAreNamedInOrder() {
        Plan plan = world.plan(server(), quota(new Quota("nebius", "", "H100", 0)));

        assertThat(offers(plan)).doesNotContain("offers/nebius.fi").contains("offers/aws.us");
        Rejection gone = rejection(plan, Constraint.QUOTA, "gpu cloud on demand");
        assertThat(gone.limit()).isEqualTo("out of stock at nebius of H100");
        assertThat(gone.smallestChange()).isEqualTo("passes with a quota of 8 at nebius of H100");
        assertThat(plan.notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("If " + offers(plan).get(0) + " has no capacity after all: "
                                + offers(plan).get(1)));
    }

    @Test
    void aQuotaThatSufficesRejectsNothingAndOneLessDoes() {
        assertThat(offers(world.plan(server(), quota(new Quota("nebius", "", "", 8)))))
                .contains("offers/nebius.fi");
        Rejection small = rejection(
                world.plan(server(), quota(new Quota("nebius", "", "", 7))), Constraint.QUOTA, "gpu cloud on demand");
        assertThat(small.number()).isEqualTo("8 accelerators");
        assertThat(small.limit()).isEqualTo("7 at nebius");
    }

    @Test
    void aQuotaOfAnotherKindOrRegionConcernsNobody() {
        assertThat(offers(world.plan(
                        server(), quota(new Quota("nebius", "elsewhere", "", 0), new Quota("nebius", "", "L4", 0)))))
                .contains("offers/nebius.fi");
    }

    @Test
    void aQuotaCountsTheWholeMachinesThatAreTaken() {
        Facts small =
                Facts.of(Activity.SERVING).model("Llama-3.1-8B").asks(2, "H100").replicas(1);
        assertThat(offers(world.plan(small, quota(new Quota("nebius", "", "H100", 8)))))
                .contains("offers/nebius.fi");

        Plan plan = world.plan(small, quota(new Quota("nebius", "", "H100", 7)));

        assertThat(offers(plan)).doesNotContain("offers/nebius.fi");
        Rejection machine = rejection(plan, Constraint.QUOTA, "gpu cloud on demand");
        assertThat(machine.number()).isEqualTo("8 accelerators");
        assertThat(machine.smallestChange()).isEqualTo("passes with a quota of 8 at nebius of H100");
    }

    @Test
    void aProviderIsKnownWhateverTheCase() {
        Plan plan = world.plan(server(), quota(new Quota("Nebius", "", "", 7)));
        assertThat(offers(plan)).doesNotContain("offers/nebius.fi");
        assertThat(plan.notes()).noneMatch(note -> note.contains("under a quota"));
    }

    @Test
    void aQuotaThatNothingFallsUnderIsNoted() {
        assertThat(world.plan(server(), quota(new Quota("nebuis", "", "", 7), new Quota("nebius", "", "H1000", 0)))
                        .notes())
                .contains("No place that was looked at is under a quota of 7 at nebuis, 0 at nebius of H1000: is it"
                        + " spelt as the catalog spells providers, regions and accelerators?");
    }

    private PlanRequest from(Today today) {
        return new PlanRequest(
                Constraints.NONE,
                Objective.COST,
                Weights.COST,
                Optional.of(today),
                Optional.empty(),
                Optional.empty(),
                100,
                0,
                Map.of());
    }

    private static Today today(String hourly, String owed, String gigabytes) {
        return new Today(
                "offers/azure.de",
                new BigDecimal(hourly),
                new BigDecimal(owed),
                new BigDecimal(gigabytes),
                Optional.of(new BigDecimal("0.10")));
    }

    @Test
    void movingSavesWhatTodayCostsMoreLessTheMoveItself() {
        Plan plan = world.plan(server(), from(today("88.48", "1000", "5000")));
        Move move = placement(plan, "offers/nebius.fi").move().orElseThrow();

        // (88.48 - 23.60) x 730 h; 5,000 GB at 0.10 and 1,000 owed.
        assertThat(move.grossUsd()).isEqualByComparingTo("47362.40");
        assertThat(move.movingUsd()).isEqualByComparingTo("1500");
        assertThat(move.netUsd()).isEqualByComparingTo("45862.40");
        assertThat(move.breakEven().orElseThrow().toHours()).isEqualTo(23);
        assertThat(placement(plan, "offers/azure.de").move()).isEmpty();
        assertThat(plan.notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith(
                                "Moving from offers/azure.de to " + offers(plan).get(0) + " saves USD "));
    }

    @Test
    void whatMovingCostsMoreThanItSavesIsAReasonToStay() {
        Plan plan = world.plan(server(), from(today("25.00", "100000", "0")));
        Move move = placement(plan, "offers/nebius.fi").move().orElseThrow();

        assertThat(move.netUsd()).isNegative();
        assertThat(move.breakEven()).isEmpty();
        assertThat(plan.notes()).anySatisfy(note -> assertThat(note).startsWith("Staying at offers/azure.de is USD "));
    }

    private Plan weighted(double cost, double latency, double carbon) {
        return world.plan(
                server().usersAt(50.11, 8.68),
                new PlanRequest(
                        Constraints.NONE,
                        Objective.WEIGHTED,
                        new Weights(cost, latency, carbon),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        100,
                        0,
                        Map.of()));
    }

    @Test
    void weightsOfOneMeasureRankAsThatMeasureDoes() {
        assertThat(offers(weighted(1, 0, 0))).isEqualTo(offers(world.plan(server().usersAt(50.11, 8.68))));
        assertThat(offers(weighted(0, 1, 0)).get(0)).isIn("offers/hall", "offers/azure.de");
    }

    @Test
    void moreWeightOnLatencyNeverBringsAFartherPlaceForward() {
        double before = Double.MAX_VALUE;
        for (double weight : new double[] {0, 0.5, 1, 2, 8, 64}) {
            double millis = weighted(1, weight, 0).placements().get(0).expectedMillis();
            assertThat(millis).isLessThanOrEqualTo(before);
            before = millis;
        }
    }
}
