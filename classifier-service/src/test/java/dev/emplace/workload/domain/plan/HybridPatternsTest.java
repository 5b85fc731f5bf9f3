package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.offers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import org.junit.jupiter.api.Test;

/** How workloads that live together are spread over places: each plan reaches its class and habitat by itself. */
class HybridPatternsTest {
    private final World world = new World();

    private Placement best(Facts facts, WorkloadClass workloadClass) {
        Plan plan = world.plan(facts);
        assertThat(plan.reading().classification().workloadClass()).isEqualTo(workloadClass);
        assertThat(plan.placements().get(0).inHabitat()).as(plan.habitatNote()).isTrue();
        return plan.placements().get(0);
    }

    private static Habitat habitat(Placement placement) {
        return placement.quote().habitat();
    }

    @Test
    void experimentsAndTrainingGoToAHyperscalersSpot() {
        Habitat spot = new Habitat(Family.HYPERSCALER, Purchase.SPOT);
        Facts trials = Facts.of(Activity.EXPERIMENT).model("Llama-3.1-8B").asks(8, "H100");
        assertThat(habitat(best(trials, WorkloadClass.EXPERIMENTATION))).isEqualTo(spot);
        Facts burst = Facts.of(Activity.TRAINING)
                .model("Llama-3.1-70B")
                .asks(8, "H100")
                .nodes(64);
        assertThat(habitat(best(burst, WorkloadClass.LARGE_MODEL_TRAINING))).isEqualTo(spot);
    }

    @Test
    void trainingInProductionThatComesBackGoesOnACommitment() {
        Facts nightly = Facts.of(Activity.TRAINING).recurring().asks(8, "H100").hoursOfAMonth(680);
        assertThat(habitat(best(nightly, WorkloadClass.RECURRING_TRAINING)))
                .isEqualTo(new Habitat(Family.HYPERSCALER, Purchase.RESERVED));
        world.shops.removeIf(shop -> shop.provider().equals("aws"));
        assertThat(habitat(best(nightly, WorkloadClass.RECURRING_TRAINING)).family())
                .isEqualTo(Family.GPU_CLOUD);
    }

    @Test
    void highVolumeInferenceGoesToColocationOrAGpuCloud() {
        Facts assistant = Facts.of(Activity.SERVING).model("Llama-3.1-70B").replicas(2);
        assertThat(habitat(best(assistant, WorkloadClass.SUSTAINED_INFERENCE)).family())
                .isEqualTo(Family.COLOCATION);
        world.fitting.put("sites/hall", 0);
        assertThat(habitat(best(assistant, WorkloadClass.SUSTAINED_INFERENCE)).family())
                .isEqualTo(Family.GPU_CLOUD);
    }

    @Test
    void latencyCriticalInferenceGoesOnPremisesOrToTheEdge() {
        world.shops.add(Shop.rented("room", "own", Family.ON_PREMISES, Purchase.OWNED, "DE", Shop.MUNICH, "24.00")
                .bindingFor(Shop.LIFE)
                .at("sites/room"));
        world.fitting.put("sites/room", 32);
        Facts vision = Facts.of(Activity.SERVING)
                .model("resnet50")
                .replicas(1)
                .usersAt(48.14, 11.58)
                .within(3);
        assertThat(habitat(best(vision, WorkloadClass.LOW_LATENCY_INFERENCE)).family())
                .isEqualTo(Family.ON_PREMISES);
        // Beyond 10 ms any place belongs whose round trip and computation fit.
        assertThat(habitat(best(vision.within(20), WorkloadClass.LOW_LATENCY_INFERENCE))
                        .family())
                .isEqualTo(Family.HYPERSCALER);
    }

    @Test
    void tenMillisecondsBelongNearbyAndElevenWhereverTheyAreMet() {
        world.shops.add(Shop.rented("room", "own", Family.ON_PREMISES, Purchase.OWNED, "DE", Shop.MUNICH, "24.00")
                .bindingFor(Shop.LIFE)
                .at("sites/room"));
        world.fitting.put("sites/room", 32);
        Facts vision = Facts.of(Activity.SERVING).model("resnet50").replicas(1).usersAt(48.14, 11.58);
        assertThat(habitat(home(world.plan(vision.within(10)))).family()).isEqualTo(Family.ON_PREMISES);
        assertThat(habitat(home(world.plan(vision.within(11)))).family()).isEqualTo(Family.HYPERSCALER);
    }

    /** The best of the places where the workload belongs. */
    private static Placement home(Plan plan) {
        return plan.placements().stream()
                .filter(Placement::inHabitat)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void developmentAndFineTuningGoToAHyperscaler() {
        world.shops.removeIf(shop -> shop.provider().equals("nebius"));
        Facts notebook = Facts.of(Activity.DEVELOPMENT).asks(1, "L4");
        assertThat(habitat(best(notebook, WorkloadClass.DEVELOPMENT)))
                .isEqualTo(new Habitat(Family.HYPERSCALER, Purchase.ON_DEMAND));
        Facts tuning = Facts.of(Activity.FINE_TUNING).model("Llama-3.1-8B");
        assertThat(habitat(best(tuning, WorkloadClass.FINE_TUNING)))
                .isEqualTo(new Habitat(Family.HYPERSCALER, Purchase.SPOT));
    }

    @Test
    void aCommitmentOfAHyperscalerIsNoHabitatOfABurst() {
        Facts burst = Facts.of(Activity.TRAINING)
                .model("Llama-3.1-70B")
                .asks(8, "H100")
                .nodes(64);
        Plan plan = world.plan(burst.forHours(365 * 24));
        assertThat(offers(plan)).contains("offers/aws.us.year");
        assertThat(Plans.placement(plan, "offers/aws.us.year").inHabitat()).isFalse();
    }
}
