package dev.emplace.workload.rendering;

import dev.emplace.api.pricing.v1.Machine;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.Rendering;
import dev.emplace.api.workload.v1.RenderingFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as Kueue objects: a ResourceFlavor for each placement, a ClusterQueue that tries them in their order, and its
 * LocalQueue. https://kueue.sigs.k8s.io/docs/concepts/cluster_queue/.
 */
final class KueueQueues {
    private static final String API = "kueue.x-k8s.io/v1beta1";

    private final Plan plan;
    private final String name;
    private final List<String> notes = new ArrayList<>();

    KueueQueues(Plan plan) {
        this.plan = plan;
        this.name = ObjectName.of(plan.getClassification().getDerived().getDisplayName(), "workload");
    }

    Rendering rendering() {
        List<Flavor> flavors = flavors();
        if (flavors.isEmpty()) {
            return Rendering.newBuilder()
                    .setFormat(RenderingFormat.RENDERING_FORMAT_KUEUE)
                    .addAllNotes(notes)
                    .build();
        }
        List<Object> documents = new ArrayList<>();
        flavors.forEach(flavor -> documents.add(flavor.object()));
        documents.add(clusterQueue(flavors));
        documents.add(object("LocalQueue", name, Map.of("clusterQueue", name)));
        return Rendering.newBuilder()
                .setFormat(RenderingFormat.RENDERING_FORMAT_KUEUE)
                .setContent(YamlText.of(documents))
                .setPodFields(YamlText.of(podFields(flavors.get(0))))
                .addAllNotes(notes)
                .build();
    }

    /** A queue's flavors share their resources, so they are of one vendor: the first placement's. */
    private List<Flavor> flavors() {
        List<Flavor> flavors = new ArrayList<>();
        for (Placement placement : plan.getPlacementsList()) {
            Flavor flavor = new Flavor(placement, name + "-" + (flavors.size() + 1));
            if (flavor.resource().isEmpty()) {
                notes.add("left out: " + flavor.offer() + ", clusters have no resource for its accelerator");
            } else if (!flavors.isEmpty() && !flavors.get(0).resource().equals(flavor.resource())) {
                notes.add("left out: " + flavor.offer() + ", its resource is " + flavor.resource() + ", not "
                        + flavors.get(0).resource());
            } else {
                flavors.add(flavor);
                flavor.note(notes);
            }
        }
        return flavors;
    }

    private Map<String, Object> clusterQueue(List<Flavor> flavors) {
        boolean sized = flavors.stream().allMatch(Flavor::knowsItsMachine);
        if (!sized) {
            notes.add("cpu and memory are not covered, since not every offer states its machine's: add both to the"
                    + " ClusterQueue, or exclude them by Kueue's resources.excludeResourcePrefixes");
        }
        List<String> covered = new ArrayList<>(List.of(flavors.get(0).resource()));
        if (sized) {
            covered.addAll(List.of("cpu", "memory"));
        }
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("coveredResources", covered);
        group.put(
                "flavors", flavors.stream().map(flavor -> flavor.quota(covered)).toList());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("namespaceSelector", Map.of());
        spec.put("resourceGroups", List.of(group));
        return object("ClusterQueue", name, spec);
    }

    private Map<String, Object> podFields(Flavor first) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("metadata", Map.of("labels", Map.of("kueue.x-k8s.io/queue-name", name)));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("nodeSelector", first.nodeLabels());
        if (!first.tolerations().isEmpty()) {
            spec.put("tolerations", first.tolerations());
        }
        spec.put(
                "containers", List.of(Map.of("resources", Map.of("limits", Map.of(first.resource(), first.perPod())))));
        fields.put("spec", spec);
        return fields;
    }

    private static Map<String, Object> object(String kind, String name, Map<String, Object> spec) {
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", name));
        if (kind.equals("LocalQueue")) {
            metadata.put("namespace", "default");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", API);
        object.put("kind", kind);
        object.put("metadata", metadata);
        object.put("spec", spec);
        return object;
    }

    /** One placement as a kind of node. */
    private record Flavor(Placement placement, String name) {
        Place place() {
            return placement.getQuote().getOffer().getPlace();
        }

        Machine machine() {
            return placement.getQuote().getOffer().getMachine();
        }

        String offer() {
            return placement.getQuote().getOffer().getName();
        }

        Map<String, Object> object() {
            Map<String, Object> spec = new LinkedHashMap<>();
            spec.put("nodeLabels", nodeLabels());
            if (!tolerations().isEmpty()) {
                spec.put("tolerations", tolerations());
            }
            return KueueQueues.object("ResourceFlavor", name, spec);
        }

        Map<String, String> nodeLabels() {
            return NodeLabels.of(placement);
        }

        List<Map<String, String>> tolerations() {
            return NodeLabels.tolerations(placement);
        }

        /** The extended resource of the accelerator's device plugin. */
        String resource() {
            return NodeLabels.resource(KnownNames.id(machine().getAccelerator()));
        }

        /** What one replica wants of one machine. */
        int perPod() {
            int inMachine = new BigDecimal(machine().getAcceleratorCount().getValue()).intValue();
            int perReplica = placement.getFootprint().getAcceleratorsPerReplica();
            return Math.max(1, Math.min(perReplica, Math.max(1, inMachine)));
        }

        boolean knowsItsMachine() {
            return machine().getVcpuCount() > 0 && machine().getMemoryBytes() > 0;
        }

        Map<String, Object> quota(List<String> covered) {
            long machines = placement.getQuote().getMachineCount();
            List<Map<String, Object>> resources = new ArrayList<>();
            for (String resource : covered) {
                Map<String, Object> quota = new LinkedHashMap<>();
                quota.put("name", resource);
                quota.put(
                        "nominalQuota",
                        switch (resource) {
                            case "cpu" -> machines * machine().getVcpuCount();
                            case "memory" -> machines * (machine().getMemoryBytes() >> 30) + "Gi";
                            default -> placement.getFootprint().getAcceleratorCount();
                        });
                resources.add(quota);
            }
            Map<String, Object> flavor = new LinkedHashMap<>();
            flavor.put("name", name);
            flavor.put("resources", resources);
            return flavor;
        }

        void note(List<String> notes) {
            if (!place().getSite().isEmpty()) {
                notes.add("label the nodes of " + place().getSite() + " with " + NodeLabels.SITE + ", and hold their"
                        + " power with ReservePlacement");
            }
        }
    }
}
