package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.number;
import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.placement;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By when work is done, what makes it late, and what would make it come in time. */
class DeadlinePlanTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Interruptions OFTEN =
            new Interruptions(new BigDecimal("0.05"), Optional.empty(), Duration.ZERO, Duration.ZERO);
    private static final String ON_DEMAND = "hyperscaler on demand";

    private final World world = new World();

    /** Two days on four machines of eight, which its states need. */
    private static Facts training() {
        return Facts.of(Activity.TRAINING)
                .model("Llama-3.1-70B")
                .asks(8, "H100")
                .nodes(4)
                .forHours(48);
    }

    private static Instant after(Duration time) {
        return START.plus(time);
    }

    private static Instant afterHours(long hours) {
        return after(Duration.ofHours(hours));
    }

    private static PlanRequest request(Optional<Schedule> schedule, Optional<Interruptions> interruptions) {
        return new PlanRequest(
                Constraints.NONE,
                Objective.COST,
                Weights.COST,
                Optional.empty(),
                schedule,
                interruptions,
                100,
                0,
                Map.of());
    }

    private Plan due(Facts facts, Instant deadline) {
        return world.plan(facts, request(Optional.of(new Schedule(START, Optional.of(deadline))), Optional.empty()));
    }

    private Plan dueOftenInterrupted(Facts facts, Instant deadline) {
        return world.plan(facts, request(Optional.of(new Schedule(START, Optional.of(deadline))), Optional.of(OFTEN)));
    }

    private static Instant deadline(String change) {
        Matcher moment = Pattern.compile("deadline of ([0-9TZ:.-]+)").matcher(change);
        assertThat(moment.find()).as("a deadline in \"%s\"", change).isTrue();
        return Instant.parse(moment.group(1));
    }

    @Test
    void workPassesThatIsDoneAtItsDeadlineAndNotASecondLater() {
        Plan inTime = due(training(), afterHours(48));
        assertThat(offers(inTime)).contains("offers/aws.us", "offers/nebius.fi");
        assertThat(placement(inTime, "offers/aws.us").finish()).contains(afterHours(48));

        Plan late = due(training(), afterHours(48).minus(SECOND));
        assertThat(late.outcome()).isEqualTo(Plan.Outcome.INFEASIBLE);
        Rejection rejected = rejection(late, Constraint.DEADLINE, ON_DEMAND);
        assertThat(rejected.number()).isEqualTo("done 2026-12-03T00:00:00Z, 1 s late");
        assertThat(rejected.limit()).isEqualTo("2026-12-02T23:59:59Z");
    }

    @Test
    void theDeadlineThatIsNamedPassesAndNoneBeforeIt() {
        String change = rejection(due(training(), afterHours(30)), Constraint.DEADLINE, ON_DEMAND)
                .smallestChange();
        Instant enough = deadline(change);
        assertThat(offers(due(training(), enough))).contains("offers/aws.us");
        assertThat(offers(due(training(), enough.minus(SECOND)))).isEmpty();
    }

    @Test
    void theDurationThatIsNamedPassesWithWhatItWouldTakeToHaveIt() {
        Rejection rejected = rejection(due(training(), afterHours(36)), Constraint.DEADLINE, ON_DEMAND);
        assertThat(rejected.number()).endsWith(", 12 h late");
        // 32 x 48 / 36 are 42.7.
        assertThat(rejected.smallestChange())
                .endsWith(
                        ", or with a duration of 36 h: what 43 x H100 SXM in place of 32 would take, if it scales with"
                                + " them");
        long hours = (long) number(rejected.smallestChange(), "h");
        Facts more = training().asks(43, "H100").nodes(1);
        assertThat(offers(due(more.forHours(hours), afterHours(36)))).contains("offers/aws.us");
        assertThat(offers(due(more.forHours(hours + 1), afterHours(36)))).isEmpty();
    }

    @Test
    void withoutAcceleratorsThatAreAskedForThoseThatItNeedsAreNamed() {
        Facts tuning = Facts.of(Activity.FINE_TUNING).model("Llama-3.1-8B").forHours(48);
        Rejection rejected = rejection(due(tuning, afterHours(24)), Constraint.DEADLINE, ON_DEMAND);
        assertThat(rejected.closest()).isEqualTo("offers/aws.us");
        assertThat(rejected.smallestChange())
                .contains("with a duration of 24 h: what 4 x H100 SXM in place of 2 would");
    }

    @Test
    void interruptionsMakeSpotLateWhereOnDemandIsInTime() {
        // 0.05 an hour on each of four machines, an hour each: a fifth more, 9.6 h.
        Plan plan = dueOftenInterrupted(training(), afterHours(50));
        assertThat(offers(plan)).contains("offers/aws.us").doesNotContain("offers/aws.us.spot");
        Rejection spot = rejection(plan, Constraint.DEADLINE, "hyperscaler spot");
        assertThat(spot.number()).isEqualTo("done 2026-12-03T09:36:00Z, 7.6 h late");
        assertThat(spot.explanation()).isEqualTo("interruptions of spot machines take 9.6 h, and make it late");
        assertThat(spot.smallestChange())
                .endsWith(", or on demand, where nothing interrupts it: done 2026-12-03T00:00:00Z");

        Instant enough = deadline(spot.smallestChange());
        Plan later = dueOftenInterrupted(training(), enough);
        assertThat(placement(later, "offers/aws.us.spot").finish()).contains(enough);
        assertThat(offers(dueOftenInterrupted(training(), enough.minus(SECOND))))
                .doesNotContain("offers/aws.us.spot");
    }

    @Test
    void whereEvenUninterruptedSpotIsLateNoNumberOfMachinesIsPromised() {
        Rejection spot =
                rejection(dueOftenInterrupted(training(), afterHours(40)), Constraint.DEADLINE, "hyperscaler spot");
        assertThat(spot.smallestChange()).isEqualTo("fits with a deadline of 2026-12-03T09:36:00Z");
    }

    @Test
    void interruptionsThatNobodyStatesCountNothingAndSaySo() {
        Plan plan = due(training(), afterHours(48));
        assertThat(placement(plan, "offers/aws.us.spot").reasons())
                .contains("done 2026-12-03T00:00:00Z, 0 s before the deadline, unless it is interrupted: nobody states"
                        + " how often");
        assertThat(plan.assumptions()).extracting(Assumed::field).contains("interruptions");
        assertThat(dueOftenInterrupted(training(), afterHours(60)).assumptions())
                .extracting(Assumed::field)
                .doesNotContain("interruptions");
    }

    @Test
    void inPausesNothingIsInterrupted() {
        Facts monthly = Facts.of(Activity.TRAINING)
                .recurring()
                .asks(8, "H100")
                .hoursOfAMonth(365)
                .forHours(730);
        // One machine: a twentieth of 365 hours.
        Instant done = after(Duration.ofMinutes(730 * 60 + 365 * 3));
        assertThat(offers(dueOftenInterrupted(monthly, done))).contains("offers/aws.us.spot");
        assertThat(offers(dueOftenInterrupted(monthly, done.minus(SECOND)))).doesNotContain("offers/aws.us.spot");
    }

    @Test
    void aBlockThatBeginsTooLateIsLateByThat() {
        world.shops.add(Shop.rented("block", "aws", Family.HYPERSCALER, Purchase.BLOCK, "US", Shop.VIRGINIA, "30.00")
                .bindingFor(Duration.ofDays(2)));
        world.begins.put("offers/block", afterHours(5));
        assertThat(placement(due(training(), afterHours(53)), "offers/block").finish())
                .contains(afterHours(53));
        Plan late = due(training(), afterHours(53).minus(SECOND));
        assertThat(offers(late)).contains("offers/aws.us").doesNotContain("offers/block");
        assertThat(rejection(late, Constraint.DEADLINE, "hyperscaler block").explanation())
                .isEqualTo("its machines are there from 2026-12-01T05:00:00Z on, and it takes 48 h");
    }

    @Test
    void blocksAreAskedForAtOnceAndJustInTime() {
        due(training(), afterHours(100));
        assertThat(world.requests)
                .extracting(Prices.Request::needed)
                .containsOnly(
                        Optional.of(new Prices.Window(START, afterHours(48))),
                        Optional.of(new Prices.Window(afterHours(52), afterHours(100))));
        assertThat(world.requests)
                .filteredOn(request -> request.purchases().equals(Set.of(Purchase.BLOCK)))
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.needed().orElseThrow().end()).isEqualTo(afterHours(100)));
    }

    @Test
    void withoutADurationThePlanAsksForIt() {
        Facts unknown = Facts.of(Activity.TRAINING)
                .model("Llama-3.1-70B")
                .asks(8, "H100")
                .nodes(4);
        Plan plan = due(unknown, afterHours(48));
        assertThat(plan.outcome()).isEqualTo(Plan.Outcome.NEEDS_FACT);
        assertThat(plan.missingFacts()).extracting(MissingFact::field).containsExactly("duration");
        assertThat(world.plan(unknown).outcome()).isEqualTo(Plan.Outcome.PLACED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activity.class,
            names = {"SERVING", "DEVELOPMENT"})
    void whatDoesNotEndHasNoDeadline(Activity activity) {
        Facts endless = Facts.of(activity).model("Llama-3.1-8B").asks(1, "H100").forHours(24);
        assertThatThrownBy(() -> due(endless, afterHours(48)))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("constraints.deadline");
        assertThat(world.plan(endless).outcome()).isEqualTo(Plan.Outcome.PLACED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activity.class,
            names = {"FINE_TUNING", "EXPERIMENT", "BATCH_INFERENCE"})
    void whatEndsHasOne(Activity activity) {
        Facts ending = Facts.of(activity)
                .model("Llama-3.1-8B")
                .asks(1, "H100")
                .replicas(1)
                .forHours(24);
        assertThat(due(ending, afterHours(24)).outcome()).isEqualTo(Plan.Outcome.PLACED);
        assertThat(due(ending, afterHours(24).minus(SECOND)).outcome()).isEqualTo(Plan.Outcome.INFEASIBLE);
    }

    @Test
    void whoStatesOnlyWhenItBeginsIsToldWhenItEnds() {
        Plan plan =
                world.plan(training(), request(Optional.of(new Schedule(START, Optional.empty())), Optional.empty()));
        assertThat(plan.start()).contains(START);
        assertThat(placement(plan, "offers/aws.us").finish()).contains(afterHours(48));
        assertThat(placement(plan, "offers/aws.us").reasons()).contains("done 2026-12-03T00:00:00Z");
    }

    @Test
    void aPlanThatNobodyAsksForTimesNamesNone() {
        Plan plan = world.plan(training());
        assertThat(plan.start()).isEmpty();
        assertThat(placement(plan, "offers/aws.us").finish()).isEmpty();
        assertThat(world.requests).extracting(Prices.Request::needed).containsOnly(Optional.empty());
    }

    @Test
    void anEndBeyondWhatATimeCanHoldIsNotTold() {
        Interruptions always = new Interruptions(new BigDecimal("60"), Optional.empty(), Duration.ZERO, Duration.ZERO);
        Facts decade = training().nodes(200).forHours(87_600);
        Plan plan =
                world.plan(decade, request(Optional.of(new Schedule(START, Optional.empty())), Optional.of(always)));
        assertThat(placement(plan, "offers/aws.us").finish()).isPresent();
        assertThat(placement(plan, "offers/aws.us.spot").finish()).isEmpty();
    }
}
