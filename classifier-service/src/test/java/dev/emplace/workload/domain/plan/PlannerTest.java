package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.budget;
import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void softwareBuiltForOneMakerRunsOnNoOther() {
        Plan plan = world.plan(assistant().builtFor("amd"));
        assertThat(plan.placements()).isEmpty();
        assertThat(rejection(plan, Constraint.ACCELERATOR, "other accelerators").limit())
                .isEqualTo("amd");
        assertThat(offers(world.plan(assistant().builtFor("nvidia")))).isEqualTo(offers(world.plan(assistant())));
    }

    @Test
    void budgetRejectsWithTheBudgetThatWouldDo() {
        Plan plan = world.plan(assistant(), budget("22.50"));
        assertThat(offers(plan)).containsExactly("offers/hall");
        Rejection nebius = rejection(plan, Constraint.BUDGET, "gpu cloud on demand");
        assertThat(nebius.smallestChange()).contains("USD 23.60/h");
        assertThat(offers(world.plan(assistant(), budget("23.60")))).contains("offers/nebius.fi");
    }

    @Test
    void deniedProviderIsRejectedByName() {
        Constraints denied = new Constraints(
                List.of(),
                List.of("nebius"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Plan plan = world.plan(assistant(), denied);
        assertThat(offers(plan)).doesNotContain("offers/nebius.fi");
        assertThat(rejection(plan, Constraint.PROVIDER, "gpu cloud on demand").number())
                .isEqualTo("nebius");
    }

    @Test
    void onlyAllowedAcceleratorsAreConsidered() {
        Constraints onlyL4 = new Constraints(
                List.of(),
                List.of(),
                List.of("L4"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Plan plan = world.plan(vision(), onlyL4);
        assertThat(offers(plan)).containsExactly("offers/aws.l4");
        assertThat(rejection(plan, Constraint.ACCELERATOR, "other accelerators").limit())
                .isEqualTo("L4");
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
        PlanRequest two = new PlanRequest(
                Constraints.NONE,
                Objective.COST,
                Weights.COST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                2,
                0,
                Map.of());
        assertThat(world.plan(assistant(), two).placements()).hasSize(2);
    }
}
