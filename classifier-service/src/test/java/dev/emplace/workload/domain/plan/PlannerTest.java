package dev.emplace.workload.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plans over a small world in memory; many move an input across the printed smallest change and see the verdict flip. */
class PlannerTest {
    private final World world = new World();

    private static Facts assistant() {
        return Facts.of(Activity.SERVING).model("Llama-3.1-70B").replicas(2);
    }

    private static Facts vision() {
        return Facts.of(Activity.SERVING).model("resnet50").replicas(1).usersAt(48.14, 11.58);
    }

    private static List<String> offers(Plan plan) {
        return plan.placements().stream().map(p -> p.quote().offer()).toList();
    }

    private static Rejection rejection(Plan plan, Constraint constraint, String family) {
        return plan.rejections().stream()
                .filter(r -> r.constraint() == constraint && r.family().contains(family))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + constraint + " of " + family + " in " + plan.rejections()));
    }

    private static double first(String text) {
        Matcher number = Pattern.compile("(\\d+(\\.\\d+)?) (ms|billion)").matcher(text);
        assertThat(number.find()).isTrue();
        return Double.parseDouble(number.group(1));
    }

    private static Constraints budget(String usd) {
        return new Constraints(List.of(), List.of(), List.of(), Optional.of(new BigDecimal(usd)), Optional.empty());
    }

    @Test
    void cheapestFeasiblePlaceComesFirst() {
        Plan plan = world.plan(assistant());
        assertThat(plan.outcome()).isEqualTo(Plan.Outcome.PLACED);
        assertThat(offers(plan)).startsWith("offers/hall", "offers/nebius.fi", "offers/aws.us", "offers/azure.de");
        assertThat(plan.summary()).contains("SUSTAINED_INFERENCE", "8 x H100 SXM", "USD 22.00/h");
        assertThat(plan.placements().get(0).inHabitat()).isTrue();
    }

    @Test
    void planAsksPowerAndPricesOnceEach() {
        world.plan(assistant());
        assertThat(world.powerCalls).isEqualTo(1);
        assertThat(world.priceCalls).isEqualTo(1);
    }

    @Test
    void ownedPlacesArePricedAtTheirOwnDrawAndEnergy() {
        world.plan(assistant());
        assertThat(world.conditions).singleElement().satisfies(site -> {
            assertThat(site.site()).isEqualTo("sites/hall");
            assertThat(site.drawWattsPerAccelerator()).isEqualTo(900);
            assertThat(site.pue()).isEqualByComparingTo("1.28");
            assertThat(site.usdPerKwh()).isEqualByComparingTo("0.12");
        });
    }

    @Test
    void samePlanComesOfTheSameInputs() {
        assertThat(new World().plan(assistant())).isEqualTo(new World().plan(assistant()));
    }

    @Test
    void planNamesItsRevisionsAndPolicy() {
        Plan plan = world.plan(assistant());
        assertThat(plan.catalogRevision()).isEqualTo(41);
        assertThat(plan.siteRevisions()).isEqualTo(Map.of("sites/hall", 7L));
        assertThat(plan.policyVersion()).isNotBlank();
    }

    @Test
    void unstatedFactsAreListedAsAssumptions() {
        assertThat(world.plan(assistant()).assumptions())
                .extracting(a -> a.field())
                .contains("context_tokens", "concurrent_requests", "model.weight_bits", "duration");
    }

    @Test
    void servingIsNotPutOnSpotUnlessItMayRestart() {
        Plan plan = world.plan(assistant());
        assertThat(offers(plan)).doesNotContain("offers/aws.us.spot");
        assertThat(rejection(plan, Constraint.PREEMPTION, "spot").smallestChange())
                .contains("restartable");
        assertThat(offers(world.plan(assistant().restartable(true)))).startsWith("offers/aws.us.spot");
    }

    @Test
    void fineTuningPrefersSpot() {
        Plan plan = world.plan(Facts.of(Activity.FINE_TUNING).model("Llama-3.1-8B"));
        assertThat(offers(plan)).startsWith("offers/aws.us.spot");
        assertThat(plan.habitatNote()).contains("is of the class's habitat");
    }

    @Test
    void commitmentsArePassedOverUnlessAllowedOrUsual() {
        Plan plan = world.plan(assistant());
        assertThat(rejection(plan, Constraint.COMMITMENT, "reserved").number()).isEqualTo("365 days");
        Constraints allowed = new Constraints(List.of(), List.of(), List.of(), Optional.empty(), Optional.of(true));
        assertThat(offers(world.plan(assistant(), allowed))).startsWith("offers/aws.us.year");
        Facts monthly = Facts.of(Activity.TRAINING).recurring().asks(8, "H100");
        assertThat(offers(world.plan(monthly))).contains("offers/aws.us.year");
        assertThat(offers(world.plan(assistant().forHours(365 * 24)))).startsWith("offers/aws.us.year");
    }

    @Test
    void deviceTooSmallForTheModelFitsWithTheBitsThatAreNamed() {
        Facts model = Facts.of(Activity.SERVING).parameters(30).replicas(1).onDevice();
        Plan plan = world.plan(model);
        assertThat(rejection(plan, Constraint.MEMORY, "Jetson").smallestChange())
                .isEqualTo("fits with weights of 8 bits");
        assertThat(offers(plan)).doesNotContain("offers/orin");
        assertThat(offers(world.plan(model.bits(8)))).contains("offers/orin");
    }

    @Test
    void deviceTooSmallAtAnyBitsFitsTheModelThatIsNamed() {
        Rejection device = rejection(world.plan(assistant()), Constraint.MEMORY, "Jetson");
        double most = first(device.smallestChange());
        assertThat(most).isBetween(10.0, 30.0);
        assertThat(offers(world.plan(
                        Facts.of(Activity.SERVING).parameters(most).replicas(1).onDevice())))
                .contains("offers/orin");
    }

    @Test
    void softwareBuiltForOneMakerRunsOnNoOther() {
        Plan plan = world.plan(assistant().builtFor("amd"));
        assertThat(plan.placements()).isEmpty();
        assertThat(rejection(plan, Constraint.ACCELERATOR, "other").limit()).isEqualTo("amd");
        assertThat(offers(world.plan(assistant().builtFor("nvidia")))).isEqualTo(offers(world.plan(assistant())));
    }

    @Test
    void aDeviceIsOfferedOnlyWhereTheEdgeIsInQuestion() {
        Facts small = Facts.of(Activity.SERVING).parameters(3).replicas(1);
        assertThat(offers(world.plan(small))).doesNotContain("offers/orin");
        assertThat(rejection(world.plan(small), Constraint.DEVICE, "Jetson").smallestChange())
                .contains("work offline");
        assertThat(offers(world.plan(small.offline(true)))).startsWith("offers/orin");
    }

    @Test
    void dataThatMayNotLeaveGermanyStaysThere() {
        Plan plan = world.plan(assistant().in("DE"));
        assertThat(offers(plan)).containsExactly("offers/hall", "offers/azure.de");
        Rejection aws = rejection(plan, Constraint.JURISDICTION, "hyperscaler on demand");
        assertThat(aws.number()).isEqualTo("US");
        assertThat(aws.limit()).isEqualTo("DE");
        assertThat(offers(world.plan(assistant().in("DE", "US")))).contains("offers/aws.us");
    }

    @Test
    void europeanUnionIsAGroupOfCountries() {
        assertThat(offers(world.plan(assistant().in("EU"))))
                .containsExactly("offers/hall", "offers/nebius.fi", "offers/azure.de");
    }

    @Test
    void dataThatMayNotLeaveItsPlaceStaysOnOurOwn() {
        Plan plan = world.plan(assistant().dataStays(true));
        assertThat(offers(plan)).containsExactly("offers/hall");
        assertThat(rejection(plan, Constraint.DATA_RESIDENCE, "gpu cloud").explanation())
                .contains("may not leave");
        assertThat(plan.reading().edge()).hasSize(8);
    }

    @Test
    void robotThatMustWorkOfflineRunsOnTheDevice() {
        Facts robot =
                Facts.of(Activity.SERVING).model("Llama-3.1-8B").replicas(1).offline(true);
        Plan plan = world.plan(robot);
        assertThat(offers(plan)).containsExactly("offers/orin");
        assertThat(rejection(plan, Constraint.OFFLINE, "colocation").number()).isEqualTo("needs a network");
        assertThat(offers(world.plan(
                        Facts.of(Activity.SERVING).model("Llama-3.1-8B").replicas(1))))
                .contains("offers/hall");
    }

    @Test
    void distanceBeyondTheFloorOfLightIsRejectedAndTheNamedObjectivePasses() {
        Plan plan = world.plan(vision().within(8).computes(2));
        // Munich to Virginia is 6,700 km: 66 ms of light in fibre.
        Rejection virginia = rejection(plan, Constraint.LATENCY, "hyperscaler on demand: H100");
        assertThat(virginia.number()).contains("network", "2 ms computing");
        double named = first(virginia.smallestChange());
        assertThat(named).isBetween(60.0, 80.0);
        assertThat(offers(plan)).contains("offers/aws.l4", "offers/hall").doesNotContain("offers/aws.us");
        assertThat(offers(world.plan(vision().within(named).computes(2)))).contains("offers/aws.us");
        assertThat(offers(world.plan(vision().within(named - 0.02).computes(2))))
                .doesNotContain("offers/aws.us");
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
        PlanRequest byLatency = new PlanRequest(Constraints.NONE, Objective.LATENCY, 10, 0, Map.of());
        Plan plan = world.plan(vision(), byLatency);
        assertThat(plan.placements().get(0).quote().country()).isEqualTo("DE");
        assertThat(plan.placements().get(0).roundTripMillis().orElseThrow()).isBetween(5.0, 9.0);
    }

    @Test
    void budgetRejectsWithTheBudgetThatWouldDo() {
        Plan plan = world.plan(assistant(), budget("22.50"));
        assertThat(offers(plan)).containsExactly("offers/hall");
        Rejection nebius = rejection(plan, Constraint.BUDGET, "gpu cloud");
        assertThat(nebius.smallestChange()).contains("USD 23.60/h");
        assertThat(offers(world.plan(assistant(), budget("23.60")))).contains("offers/nebius.fi");
    }

    @Test
    void deniedProviderIsRejectedByName() {
        Constraints denied =
                new Constraints(List.of(), List.of("nebius"), List.of(), Optional.empty(), Optional.empty());
        Plan plan = world.plan(assistant(), denied);
        assertThat(offers(plan)).doesNotContain("offers/nebius.fi");
        assertThat(rejection(plan, Constraint.PROVIDER, "gpu cloud").number()).isEqualTo("nebius");
    }

    @Test
    void onlyAllowedAcceleratorsAreConsidered() {
        Constraints onlyL4 = new Constraints(List.of(), List.of(), List.of("L4"), Optional.empty(), Optional.empty());
        Plan plan = world.plan(vision(), onlyL4);
        assertThat(offers(plan)).containsExactly("offers/aws.l4");
        assertThat(rejection(plan, Constraint.ACCELERATOR, "other").limit()).isEqualTo("L4");
    }

    @Test
    void siteShortOfPowerIsRejectedWithWhatWouldFit() {
        world.fitting = 6;
        Plan plan = world.plan(assistant());
        assertThat(offers(plan)).doesNotContain("offers/hall");
        Rejection hall = rejection(plan, Constraint.POWER, "sites/hall");
        assertThat(hall.number()).isEqualTo("2 kW short");
        assertThat(hall.limit()).contains("ups-a under ups-b failed");
        assertThat(hall.smallestChange()).contains("fits with 6 accelerators, 2 fewer");
        assertThat(hall.power()).contains(new World.Stub("assessment"));
        world.fitting = 8;
        assertThat(offers(world.plan(assistant()))).contains("offers/hall");
    }

    @Test
    void withoutPowerServiceCloudsAreRankedAndOwnedSitesUnverified() {
        world.powerAway = true;
        Plan plan = world.plan(assistant());
        assertThat(plan.degradations()).singleElement().asString().contains("power-service", "not verified");
        assertThat(plan.placements()).anySatisfy(p -> {
            assertThat(p.quote().offer()).isEqualTo("offers/hall");
            assertThat(p.powerVerified()).isFalse();
        });
        assertThat(offers(plan)).contains("offers/nebius.fi");
        assertThat(plan.siteRevisions()).isEmpty();
    }

    @Test
    void trainingOverMachinesNeedsAFabric() {
        Facts burst = Facts.of(Activity.TRAINING)
                .model("Llama-3.1-8B")
                .asks(8, "H100")
                .nodes(64);
        Plan plan = world.plan(burst);
        assertThat(plan.placements())
                .allSatisfy(p -> assertThat(p.quote().fabric()).isNotEmpty());
        assertThat(plan.placements().get(0).footprint().accelerators()).isEqualTo(512);
        assertThat(rejection(plan, Constraint.FABRIC, "L4").number()).contains("no fabric");
    }

    @Test
    void placeOutsideTheHabitatSaysWhatTheHabitatWouldCost() {
        world.shops.removeIf(shop -> shop.offer().equals("offers/aws.us.spot"));
        Plan plan = world.plan(Facts.of(Activity.DEVELOPMENT).asks(8, "H100"));
        assertThat(offers(plan)).startsWith("offers/hall");
        assertThat(plan.habitatNote())
                .contains("not of the class's habitat", "offers/aws.us", "USD 33.04/h (150%) more");
    }

    @Test
    void webShopIsOutOfScopeAndAsksNobody() {
        Plan plan = world.plan(Facts.of(Activity.OTHER));
        assertThat(plan.outcome()).isEqualTo(Plan.Outcome.OUT_OF_SCOPE);
        assertThat(world.priceCalls + world.powerCalls).isZero();
    }

    @Test
    void modelOfUnknownSizeNeedsThatFactByName() {
        Plan plan = world.plan(Facts.of(Activity.SERVING).model("our-own/secret"));
        assertThat(plan.missingFacts()).singleElement().satisfies(fact -> {
            assertThat(fact.field()).isEqualTo("model.parameter_count");
            assertThat(fact.question()).contains("our-own/secret");
        });
    }

    @Test
    void unknownAcceleratorNeedsAnotherName() {
        Plan plan = world.plan(Facts.of(Activity.SERVING).asks(4, "warp-core"));
        assertThat(plan.missingFacts()).singleElement().satisfies(fact -> {
            assertThat(fact.field()).isEqualTo("accelerators.accelerator");
            assertThat(fact.question()).contains("warp-core");
        });
    }

    @Test
    void familiesWithoutAnOfferAreNamed() {
        assertThat(rejection(world.plan(assistant()), Constraint.NO_OFFER, "on premises")
                        .number())
                .isEqualTo("0 offers");
    }

    @Test
    void noMorePlacementsThanAskedFor() {
        PlanRequest two = new PlanRequest(Constraints.NONE, Objective.COST, 2, 0, Map.of());
        assertThat(world.plan(assistant(), two).placements()).hasSize(2);
    }
}
