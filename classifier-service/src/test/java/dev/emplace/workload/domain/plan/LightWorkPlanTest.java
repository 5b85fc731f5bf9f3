package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.placement;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import org.junit.jupiter.api.Test;

/** A notebook, a batch, and a web shop. */
class LightWorkPlanTest {
    private final World world = new World();

    @Test
    void aNotebookTakesOneAcceleratorOfAnyKindThatIsNotTakenBack() {
        Plan plan = world.plan(Facts.of(Activity.DEVELOPMENT));
        assertThat(offers(plan)).startsWith("offers/aws.l4").doesNotContain("offers/aws.us.spot", "offers/hall");
        assertThat(rejection(plan, Constraint.PREEMPTION, "hyperscaler spot").smallestChange())
                .isEqualTo("passes if restartable");
        assertThat(rejection(plan, Constraint.COMMITMENT, "colocation").number())
                .isEqualTo("1095 days");
        assertThat(offers(world.plan(Facts.of(Activity.DEVELOPMENT).restartable(true))))
                .contains("offers/aws.us.spot");
    }

    @Test
    void placeOutsideTheHabitatSaysWhatTheHabitatWouldCost() {
        Plan plan = world.plan(Facts.of(Activity.DEVELOPMENT).asks(8, "H100"));
        assertThat(offers(plan)).startsWith("offers/nebius.fi");
        assertThat(plan.habitatNote())
                .contains("not of the class's habitat", "offers/aws.us", "USD 31.44/h (133%) more");
    }

    @Test
    void aBatchGoesToTheCheapestCapacityThatMayBeTakenBack() {
        world.shops.add(
                Shop.rented("crusoe.spot", "crusoe", Family.GPU_CLOUD, Purchase.SPOT, "US", Shop.VIRGINIA, "12.80"));
        Facts batch = Facts.of(Activity.BATCH_INFERENCE).model("Llama-3.1-8B").asks(8, "H100");
        Plan plan = world.plan(batch);
        assertThat(offers(plan)).startsWith("offers/crusoe.spot", "offers/aws.us.spot");
        assertThat(plan.placements().get(0).inHabitat()).isTrue();
        assertThat(offers(world.plan(batch.restartable(false)))).startsWith("offers/nebius.fi");
    }

    @Test
    void aBatchTakesAsManySlowOnesAsAreAsFast() {
        Facts batch = Facts.of(Activity.BATCH_INFERENCE).model("Qwen3-0.6B").asks(1, "H100");
        Plan plan = world.plan(batch);
        // 989 / 121 = 8.2 L4 for one H100, each with a copy of the model.
        assertThat(placement(plan, "offers/aws.l4").footprint().accelerators()).isEqualTo(9);
    }

    @Test
    void aWebShopIsOutOfScopeAndAsksNobody() {
        Plan plan = world.plan(Facts.of(Activity.OTHER));
        assertThat(plan.outcome()).isEqualTo(Plan.Outcome.OUT_OF_SCOPE);
        assertThat(plan.placements()).isEmpty();
        assertThat(world.priceCalls + world.powerCalls).isZero();
    }
}
