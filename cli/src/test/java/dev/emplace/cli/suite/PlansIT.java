package dev.emplace.cli.suite;

import static dev.emplace.api.workload.v1.Constraint.CONSTRAINT_BUDGET;
import static dev.emplace.api.workload.v1.Constraint.CONSTRAINT_COMMITMENT;
import static dev.emplace.api.workload.v1.Constraint.CONSTRAINT_JURISDICTION;
import static dev.emplace.api.workload.v1.Constraint.CONSTRAINT_LATENCY;
import static dev.emplace.api.workload.v1.Constraint.CONSTRAINT_MEMORY;
import static dev.emplace.api.workload.v1.Constraint.CONSTRAINT_OFFLINE;
import static dev.emplace.api.workload.v1.Constraint.CONSTRAINT_PREEMPTION;
import static dev.emplace.cli.suite.Asked.example;
import static dev.emplace.cli.suite.PlanReading.countries;
import static dev.emplace.cli.suite.PlanReading.dollars;
import static dev.emplace.cli.suite.PlanReading.first;
import static dev.emplace.cli.suite.PlanReading.habitats;
import static dev.emplace.cli.suite.PlanReading.number;
import static dev.emplace.cli.suite.PlanReading.offer;
import static dev.emplace.cli.suite.PlanReading.offers;
import static dev.emplace.cli.suite.PlanReading.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Constraint;
import dev.emplace.api.workload.v1.Habitat;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.Rejection;
import dev.emplace.api.workload.v1.WorkloadClass;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.seed.SiteFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bundled examples, planned by the three services from the bundled catalog and sites. Each moves its input across a
 * printed smallest change and sees the verdict flip, and just short of it sees that it does not.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class PlansIT {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final double KM_PER_DEGREE = 111.195;

    private static Suite suite;
    private static Connection classifier;

    @BeforeAll
    static void start() throws IOException {
        suite = Suite.start(Path.of(".."), Home.ephemeral(), FreePorts.any(), part -> {});
        try (Connection power = Connection.to(suite.endpoint(Service.POWER).grpcAddress())) {
            SiteFiles.apply(power.channel());
        }
        classifier = Connection.to(suite.endpoint(Service.CLASSIFIER).grpcAddress());
    }

    @AfterAll
    static void stop() {
        classifier.close();
        suite.close();
    }

    private static Plan planned(Asked asked, WorkloadClass workloadClass) {
        Plan plan = asked.plan(classifier);
        assertThat(plan.getClassification().getWorkloadClass()).isEqualTo(workloadClass);
        assertThat(plan.getOutcome()).as(plan.getSummary()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
        assertThat(plan.getDegraded()).isFalse();
        return plan;
    }

    private static List<String> offersOf(Asked asked) {
        return offers(asked.plan(classifier));
    }

    /** A rejection for a commitment names the days of work for which it passes. */
    private static void commitmentPassesForTheDaysItNames(Asked asked, Rejection committed) {
        BigDecimal days = number(committed.getSmallestChange(), "days");
        assertThat(offersOf(asked.forDays(days))).contains(committed.getClosest());
        assertThat(offersOf(asked.forDays(days.subtract(ONE)))).doesNotContain(committed.getClosest());
    }

    /** A budget of half the cheapest rejects all; the one that is named passes, and a cent less does not. */
    private static void budgetPassesAtTheAmountItNames(Asked asked, Plan plan) {
        BigDecimal hourly = dollars(plan.getSummary());
        BigDecimal half = hourly.divide(BigDecimal.valueOf(2), 2, java.math.RoundingMode.HALF_UP);
        Rejection dear = asked.withBudget(half).plan(classifier).getRejectionsList().stream()
                .filter(r ->
                        r.getConstraint() == CONSTRAINT_BUDGET && r.getClosest().equals(offer(first(plan))))
                .findFirst()
                .orElseThrow();
        BigDecimal named = dollars(dear.getSmallestChange());
        assertThat(offersOf(asked.withBudget(named))).contains(dear.getClosest());
        assertThat(offersOf(asked.withBudget(named.subtract(CENT)))).doesNotContain(dear.getClosest());
    }

    @Test
    void aServedModelOf70BillionRanksOwnedAndRentedPlacesAndFitsNoDevice() {
        Asked asked = example("llama-70b-serving");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_SUSTAINED_INFERENCE);
        assertThat(habitats(plan)).contains(Habitat.HABITAT_COLOCATION, Habitat.HABITAT_GPU_CLOUD);
        Rejection device = rejection(plan, CONSTRAINT_MEMORY, "device");
        assertThat(number(device.getNumber(), "GB")).isGreaterThan(number(device.getLimit(), "GB"));
        commitmentPassesForTheDaysItNames(asked, rejection(plan, CONSTRAINT_COMMITMENT, "on premises"));
    }

    @Test
    void aBurstOf512GoesToAFabricAndOwnedSitesFailByCommitmentOrCapacity() {
        Asked asked = example("h100-burst");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_LARGE_MODEL_TRAINING);
        assertThat(plan.getPlacementsList())
                .allSatisfy(p -> assertThat(p.getQuote().getOffer().getMachine().getFabric())
                        .isNotEmpty())
                .filteredOn(p -> p.getFootprint().getAccelerator().contains("h100-sxm"))
                .isNotEmpty()
                .allSatisfy(
                        p -> assertThat(p.getFootprint().getAcceleratorCount()).isEqualTo(512));
        assertThat(plan.getHabitatNote()).contains("HYPERSCALER");
        assertThat(habitats(plan))
                .contains(Habitat.HABITAT_HYPERSCALER_SPOT)
                .doesNotContain(Habitat.HABITAT_COLOCATION, Habitat.HABITAT_ON_PREMISES);
        Rejection room = plan.getRejectionsList().stream()
                .filter(r -> r.getSmallestChange().contains("are asked for in all"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan.getRejectionsList()));
        int most = number(room.getSmallestChange(), "x NVIDIA-H100-80GB-HBM3").intValueExact();
        Asked bound = asked.constrained(c -> c.setAllowCommitments(true));
        assertThat(offersOf(bound.but(w -> accelerators(w, most)))).contains(room.getClosest());
        assertThat(offersOf(bound.but(w -> accelerators(w, most + 1)))).doesNotContain(room.getClosest());
    }

    private static void accelerators(dev.emplace.api.workload.v1.Workload.Builder workload, int count) {
        workload.getAcceleratorsBuilder().setAcceleratorsPerReplica(count).setNodeCount(1);
    }

    @Test
    void fourThousandAcceleratorsOfTrainingNeedAFabricAndRoomForAllOfThem() {
        Asked asked = example("h100-burst").but(w -> accelerators(w, 4_000));
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_LARGE_MODEL_TRAINING);

        assertThat(plan.getPlacementsList())
                .allSatisfy(p -> assertThat(p.getQuote().getOffer().getMachine().getFabric())
                        .isNotEmpty())
                .filteredOn(p -> p.getFootprint().getAccelerator().contains("h100-sxm"))
                .isNotEmpty()
                .allSatisfy(
                        p -> assertThat(p.getFootprint().getAcceleratorCount()).isEqualTo(4_000))
                .allSatisfy(p -> assertThat(p.getQuote().getMachineCount()).isEqualTo(500));
        assertThat(plan.getRejectionsList())
                .as("each with its number")
                .allSatisfy(rejection -> assertThat(rejection.getNumber()).isNotEmpty());
    }

    @Test
    void fiftyThousandDollarsAMonthRejectByTheMonthAndPassAtTheBudgetThatIsNamed() {
        Asked asked = example("llama-70b-serving");
        Asked within = asked.withMonthlyBudget(new BigDecimal("50000"));
        Plan plan = planned(within, WorkloadClass.WORKLOAD_CLASS_SUSTAINED_INFERENCE);

        assertThat(plan.getPlacementsList())
                .allSatisfy(p -> assertThat(p.getTotalPrice().getUnits()).isLessThanOrEqualTo(50_000));
        Rejection dear = plan.getRejectionsList().stream()
                .filter(r -> r.getConstraint() == CONSTRAINT_BUDGET)
                .findFirst()
                .orElseThrow();
        assertThat(dollars(dear.getNumber())).isGreaterThan(new BigDecimal("50000"));
        BigDecimal named = dollars(dear.getSmallestChange());
        assertThat(offersOf(asked.withMonthlyBudget(named))).contains(dear.getClosest());
        assertThat(offersOf(asked.withMonthlyBudget(named.subtract(CENT)))).doesNotContain(dear.getClosest());
    }

    @Test
    void aMonthlyTrainingPaysByUseUntilTheHoursThatAreNamed() {
        Asked asked = example("monthly-training");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_RECURRING_TRAINING);
        assertThat(habitats(plan)).contains(Habitat.HABITAT_HYPERSCALER_RESERVED);
        String note = plan.getNotesList().stream()
                .filter(n -> n.contains("hours of a month"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan.getNotesList()));
        double hours = number(note, "hours of a month").doubleValue();
        List<String> beyond = offersOf(asked.but(w -> w.setMonthlyRunHours(hours)));
        List<String> short1 = offersOf(asked.but(w -> w.setMonthlyRunHours(hours - 1)));
        String committed = note.substring(0, note.indexOf(','));
        String byUse = note.replaceFirst(".*cheaper than ", "").replaceFirst(",.*", "");
        assertThat(beyond).containsSubsequence(committed, byUse);
        assertThat(short1).containsSubsequence(byUse, committed);
    }

    @Test
    void anAdapterIsTrainedOnSpot() {
        Asked asked = example("lora-tuning");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_FINE_TUNING);
        assertThat(habitats(plan)).contains(Habitat.HABITAT_HYPERSCALER_SPOT);
        assertThat(commercialModel(first(plan))).isEqualTo("COMMERCIAL_MODEL_SPOT");
        budgetPassesAtTheAmountItNames(asked, plan);
    }

    private static String commercialModel(Placement placement) {
        return placement.getQuote().getOffer().getCommercialModel().name();
    }

    @Test
    void aNotebookIsNotTakenBackAndBindsNobody() {
        Asked asked = example("notebook");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_DEVELOPMENT);
        assertThat(habitats(plan))
                .contains(Habitat.HABITAT_HYPERSCALER_ON_DEMAND)
                .doesNotContain(
                        Habitat.HABITAT_HYPERSCALER_SPOT, Habitat.HABITAT_COLOCATION, Habitat.HABITAT_ON_PREMISES);
        Rejection spot = rejection(plan, CONSTRAINT_PREEMPTION, "hyperscaler spot");
        assertThat(spot.getSmallestChange()).isEqualTo("passes if restartable");
        assertThat(offersOf(asked.but(w -> w.setRestartable(true)))).contains(spot.getClosest());
        commitmentPassesForTheDaysItNames(asked, rejection(plan, CONSTRAINT_COMMITMENT, "colocation"));
    }

    @Test
    void anOfflineBatchGoesToTheCheapestCapacityThatMayBeTakenBack() {
        Asked asked = example("offline-batch");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_BATCH_INFERENCE);
        assertThat(commercialModel(first(plan))).isEqualTo("COMMERCIAL_MODEL_SPOT");
        assertThat(first(plan).getInHabitat()).isTrue();
        assertThat(asked.but(w -> w.setRestartable(false)).plan(classifier).getPlacementsList())
                .isNotEmpty()
                .noneMatch(p -> commercialModel(p).equals("COMMERCIAL_MODEL_SPOT"));
        budgetPassesAtTheAmountItNames(asked, plan);
    }

    @Test
    void eightMillisecondsAreMetNearByAndNotFarAway() {
        Asked asked = example("resnet50-8ms");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_LOW_LATENCY_INFERENCE);
        assertThat(habitats(plan)).contains(Habitat.HABITAT_REGIONAL_EDGE);
        assertThat(plan.getPlacementsList())
                .allSatisfy(
                        p -> assertThat(Durations.toNanos(p.getComputeLatency().getExpected()))
                                .isPositive());
        Rejection far = rejection(plan, CONSTRAINT_LATENCY, "hyperscaler on demand");
        BigDecimal named = number(far.getSmallestChange(), "ms");
        assertThat(offersOf(asked.within(named))).contains(far.getClosest());
        assertThat(offersOf(asked.within(named.subtract(CENT)))).doesNotContain(far.getClosest());
    }

    @Test
    void usersWithinTheDistanceThatIsNamedAreServedInTime() {
        Asked asked = example("resnet50-8ms");
        Rejection far = rejection(asked.plan(classifier), CONSTRAINT_LATENCY, "hyperscaler on demand");
        double km = number(far.getSmallestChange(), "km").doubleValue();
        var there = asked.within(number(far.getSmallestChange(), "ms")).plan(classifier).getPlacementsList().stream()
                .filter(p -> offer(p).equals(far.getClosest()))
                .map(p -> p.getQuote().getOffer().getPlace().getLocation())
                .findFirst()
                .orElseThrow();
        double latitude = there.getLatitude() > 0 ? -1 : 1;
        Asked near = asked.but(w -> w.setUsersLocation(
                there.toBuilder().setLatitude(there.getLatitude() + latitude * (km - 1) / KM_PER_DEGREE)));
        assertThat(offersOf(near)).contains(far.getClosest());
        Asked beyond = asked.but(w -> w.setUsersLocation(
                there.toBuilder().setLatitude(there.getLatitude() + latitude * (km + 2) / KM_PER_DEGREE)));
        assertThat(offersOf(beyond)).doesNotContain(far.getClosest());
    }

    @Test
    void aRobotThatMustWorkOfflineHasOnlyItsDevice() {
        Asked asked = example("offline-robot");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_EDGE_INFERENCE);
        assertThat(habitats(plan)).containsOnly(Habitat.HABITAT_DEVICE);
        assertThat(plan.getRejectionsList().stream().map(Rejection::getConstraint))
                .contains(CONSTRAINT_OFFLINE)
                .isSubsetOf(
                        CONSTRAINT_OFFLINE,
                        CONSTRAINT_MEMORY,
                        Constraint.CONSTRAINT_ACCELERATOR,
                        Constraint.CONSTRAINT_NO_OFFER);
        Rejection cloud = rejection(plan, CONSTRAINT_OFFLINE, "gpu cloud on demand");
        assertThat(cloud.getSmallestChange()).isEqualTo("passes if must_work_offline is false");
        assertThat(offersOf(asked.but(w -> w.setMustWorkOffline(false)))).contains(cloud.getClosest());
    }

    @Test
    void videoStaysWhereItArisesFromTheVolumeThatIsNamed() {
        Asked asked = example("camera-video");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_SUSTAINED_INFERENCE);
        Placement best = first(plan);
        assertThat(best.getHabitat()).isIn(Habitat.HABITAT_DEVICE, Habitat.HABITAT_REGIONAL_EDGE);
        assertThat(best.getTransportPrice().getUnits()).isZero();
        assertThat(plan.getPlacementsList())
                .filteredOn(p -> p.getHabitat() == Habitat.HABITAT_GPU_CLOUD)
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.getTransportPrice().getUnits()).isPositive());
        String note = plan.getNotesList().stream()
                .filter(n -> n.contains("GB/h of input on"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan.getNotesList()));
        String near = note.substring(0, note.indexOf(','));
        String far = note.replaceFirst(".*cheaper than ", "").replaceFirst(" from .*", "");
        BigDecimal volume = number(note, "GB/h");
        assertThat(offersOf(bringing(asked, volume.add(CENT)))).containsSubsequence(near, far);
        assertThat(offersOf(bringing(asked, volume.subtract(CENT)))).containsSubsequence(far, near);
    }

    private static Asked bringing(Asked asked, BigDecimal gigabytes) {
        return asked.but(w -> w.setHourlyInputBytes(gigabytes.movePointRight(9).longValueExact()));
    }

    @Test
    void dataThatMayNotLeaveGermanyStaysThere() {
        Asked asked = example("german-data");
        Plan plan = planned(asked, WorkloadClass.WORKLOAD_CLASS_SUSTAINED_INFERENCE);
        assertThat(countries(plan)).containsExactly("DE");
        assertThat(habitats(plan))
                .contains(
                        Habitat.HABITAT_COLOCATION, Habitat.HABITAT_ON_PREMISES, Habitat.HABITAT_HYPERSCALER_ON_DEMAND);
        Rejection abroad = rejection(plan, CONSTRAINT_JURISDICTION, "hyperscaler on demand");
        assertThat(abroad.getLimit()).isEqualTo("DE");
        String country = abroad.getNumber();
        assertThat(abroad.getSmallestChange()).isEqualTo("passes if its data may be in " + country);
        assertThat(offersOf(asked.but(w -> w.addJurisdictions("DE").addJurisdictions(country))))
                .contains(abroad.getClosest());
    }

    @Test
    void aWebShopIsOutOfScopeUntilItServesAModel() {
        Asked asked = example("web-shop");
        Plan plan = asked.plan(classifier);
        assertThat(plan.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_OUT_OF_SCOPE);
        assertThat(plan.getPlacementsList()).isEmpty();
        Plan assistant = asked.but(w -> {
                    w.setActivity(Activity.ACTIVITY_SERVING);
                    w.getModelBuilder().setName("Llama-3.1-8B");
                })
                .plan(classifier);
        assertThat(assistant.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
    }
}
