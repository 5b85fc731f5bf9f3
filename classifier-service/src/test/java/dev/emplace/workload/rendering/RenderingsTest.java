package dev.emplace.workload.rendering;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.Machine;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.Footprint;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.Rendering;
import dev.emplace.api.workload.v1.RenderingFormat;
import dev.emplace.api.workload.v1.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class RenderingsTest {
    private static final String H100 = "accelerators/nvidia-h100-sxm-80gb";

    private static Placement.Builder placement(String provider, String region, String accelerator, int machines) {
        return Placement.newBuilder()
                .setFootprint(
                        Footprint.newBuilder().setAcceleratorsPerReplica(4).setAcceleratorCount(8 * machines))
                .setQuote(Quote.newBuilder()
                        .setMachineCount(machines)
                        .setOffer(Offer.newBuilder()
                                .setName("offers/" + provider)
                                .setPlace(
                                        Place.newBuilder().setProvider(provider).setRegion(region))
                                .setMachine(Machine.newBuilder()
                                        .setAccelerator(accelerator)
                                        .setAcceleratorCount(
                                                Decimal.newBuilder().setValue("8"))
                                        .setInstanceType("p5.48xlarge")
                                        .setVcpuCount(192)
                                        .setMemoryBytes(2048L << 30))));
    }

    private static Placement owned() {
        Placement.Builder owned = placement("colo", "hall", H100, 2);
        owned.getQuoteBuilder().getOfferBuilder().getPlaceBuilder().setSite("sites/hall");
        return owned.build();
    }

    private static Placement spot(String provider) {
        Placement.Builder spot = placement(provider, "us-east-1", H100, 2);
        spot.getQuoteBuilder().getOfferBuilder().setCommercialModel(CommercialModel.COMMERCIAL_MODEL_SPOT);
        spot.getQuoteBuilder().getOfferBuilder().getPlaceBuilder().setZone("us-east-1a");
        return spot.build();
    }

    private static Rendering rendering(RenderingFormat format, Placement... placements) {
        Plan plan = Plan.newBuilder()
                .setClassification(Classification.newBuilder()
                        .setDerived(Workload.newBuilder().setDisplayName("Chat Bot")))
                .addAllPlacements(List.of(placements))
                .build();
        return Renderings.of(plan, List.of(format)).get(0);
    }

    private static List<Map<String, Object>> documents(String yaml) {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(yaml)
                .forEach(document -> documents.add(map(document)));
        return documents;
    }

    @SuppressWarnings("unchecked") // a YAML mapping with text for keys
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) requireNonNull(value);
    }

    @SuppressWarnings("unchecked") // a YAML sequence
    private static List<Object> list(@Nullable Object value) {
        return (List<Object>) requireNonNull(value);
    }

    private static Rendering sky(Placement... placements) {
        return rendering(RenderingFormat.RENDERING_FORMAT_SKYPILOT, placements);
    }

    private static Rendering kueue(Placement... placements) {
        return rendering(RenderingFormat.RENDERING_FORMAT_KUEUE, placements);
    }

    /** The keys of docs.skypilot.co/en/latest/reference/yaml-spec.html that a placement can fill. */
    @Test
    void aSkyPilotTaskHasItsKeysAndTriesThePlacementsInTheirOrder() {
        Map<String, Object> task =
                documents(sky(spot("aws"), owned()).getContent()).get(0);

        assertThat(task).containsOnlyKeys("name", "num_nodes", "resources").containsEntry("num_nodes", 2);
        assertThat(map(task.get("resources"))).containsOnlyKeys("ordered");
        List<Object> ordered = list(map(task.get("resources")).get("ordered"));
        assertThat(ordered)
                .containsExactly(
                        Map.of(
                                "infra",
                                "aws/us-east-1/us-east-1a",
                                "accelerators",
                                "H100:8",
                                "instance_type",
                                "p5.48xlarge",
                                "use_spot",
                                true),
                        Map.of("infra", "k8s/hall", "accelerators", "H100:8"));
    }

    @Test
    void whatSkyPilotCannotReachIsLeftOutAndSaidSo() {
        Rendering rendering = sky(
                placement("crusoe", "us-1", H100, 2).build(),
                spot("aws"),
                placement("gcp", "us-1", "accelerators/intel-gaudi3-128gb", 2).build(),
                placement("lambda", "us-1", H100, 1).build());

        assertThat(list(map(documents(rendering.getContent()).get(0).get("resources"))
                        .get("ordered")))
                .hasSize(1);
        assertThat(rendering.getNotesList())
                .containsExactly(
                        "left out: offers/crusoe, SkyPilot has no cloud crusoe",
                        "left out: offers/gcp, SkyPilot has no name for intel-gaudi3-128gb",
                        "left out: offers/lambda, it takes 1 machines, and the first 2");
    }

    @Test
    void countriesOfRunPodAreRegionsOfSkyPilot() {
        assertThat(sky(placement("runpod", "us", H100, 1).build()).getContent()).contains("infra: runpod/US");
    }

    @Test
    void aPlanThatSkyPilotCannotTellIsEmptyRatherThanWrong() {
        Rendering rendering = sky(placement("crusoe", "us-1", H100, 2).build());
        assertThat(rendering.getContent()).isEmpty();
        assertThat(rendering.getNotesList()).hasSize(1);
    }

    @Test
    void aCommitmentIsNothingThatSkyPilotBuys() {
        Placement committed = spot("aws").toBuilder()
                .setCommittedDuration(Duration.newBuilder().setSeconds(31_536_000))
                .build();
        assertThat(sky(committed).getNotes(0)).contains("commitment", "buy it first");
    }

    /** The fields of kueue.sigs.k8s.io/docs/reference/kueue.v1beta1. */
    @Test
    void kueueObjectsHaveTheirFieldsAndFlavorsTheOrderOfThePlan() {
        List<Map<String, Object>> objects =
                documents(kueue(spot("aws"), owned()).getContent());

        assertThat(objects)
                .extracting(object -> object.get("kind"))
                .containsExactly("ResourceFlavor", "ResourceFlavor", "ClusterQueue", "LocalQueue");
        assertThat(objects).allSatisfy(object -> {
            assertThat(object).containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
            assertThat(object).containsEntry("apiVersion", "kueue.x-k8s.io/v1beta1");
        });
        assertThat(map(map(objects.get(0).get("spec")).get("nodeLabels")))
                .containsEntry("nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3")
                .containsEntry("topology.kubernetes.io/zone", "us-east-1a")
                .containsEntry("node.kubernetes.io/instance-type", "p5.48xlarge")
                .containsEntry("eks.amazonaws.com/capacityType", "SPOT");
        assertThat(map(map(objects.get(1).get("spec")).get("nodeLabels"))).containsEntry("emplace.dev/site", "hall");
        Map<String, Object> queue = map(objects.get(2).get("spec"));
        assertThat(queue).containsOnlyKeys("namespaceSelector", "resourceGroups");
        Map<String, Object> group = map(list(queue.get("resourceGroups")).get(0));
        assertThat(list(group.get("coveredResources"))).containsExactly("nvidia.com/gpu", "cpu", "memory");
        List<Object> flavors = list(group.get("flavors"));
        assertThat(flavors).extracting(flavor -> map(flavor).get("name")).containsExactly("chat-bot-1", "chat-bot-2");
        assertThat(list(map(flavors.get(0)).get("resources")))
                .containsExactly(
                        Map.of("name", "nvidia.com/gpu", "nominalQuota", 16),
                        Map.of("name", "cpu", "nominalQuota", 384),
                        Map.of("name", "memory", "nominalQuota", "4096Gi"));
    }

    @Test
    void aPodIsToldItsQueueItsNodesAndItsAccelerators() {
        Map<String, Object> fields =
                documents(kueue(spot("azure")).getPodFields()).get(0);

        assertThat(map(map(fields.get("metadata")).get("labels")))
                .containsEntry("kueue.x-k8s.io/queue-name", "chat-bot");
        Map<String, Object> spec = map(fields.get("spec"));
        assertThat(map(spec.get("nodeSelector"))).containsEntry("kubernetes.azure.com/scalesetpriority", "spot");
        assertThat(list(spec.get("tolerations"))).hasSize(1);
        assertThat(map(map(list(spec.get("containers")).get(0)).get("resources")))
                .containsEntry("limits", Map.of("nvidia.com/gpu", 4));
    }

    @Test
    void aQueueHoldsOneVendorsFlavors() {
        Rendering rendering = kueue(
                spot("aws"),
                placement("runpod", "us-1", "accelerators/amd-mi300x-192gb", 1).build());
        assertThat(rendering.getNotes(0)).contains("offers/runpod", "amd.com/gpu", "not nvidia.com/gpu");
    }

    @Test
    void unknownMachinesLeaveCpuAndMemoryToTheOwner() {
        Placement.Builder unknown = placement("runpod", "us-1", H100, 1);
        unknown.getQuoteBuilder().getOfferBuilder().getMachineBuilder().clearVcpuCount();
        Rendering rendering = kueue(unknown.build());

        assertThat(rendering.getContent()).doesNotContain("cpu");
        assertThat(rendering.getNotesList()).anySatisfy(note -> assertThat(note).contains("excludeResourcePrefixes"));
    }

    @Test
    void whatIsWrittenHasNoYamlAliases() {
        for (RenderingFormat format :
                Set.of(RenderingFormat.RENDERING_FORMAT_SKYPILOT, RenderingFormat.RENDERING_FORMAT_KUEUE)) {
            Rendering rendering = rendering(format, spot("azure"), spot("azure"));
            assertThat(rendering.getContent() + rendering.getPodFields()).doesNotContain("&id", "*id");
        }
    }

    @Test
    void aPlanWithoutPlacementsHasNothingToWrite() {
        assertThat(Renderings.of(Plan.getDefaultInstance(), List.of(RenderingFormat.RENDERING_FORMAT_KUEUE)))
                .isEmpty();
    }
}
