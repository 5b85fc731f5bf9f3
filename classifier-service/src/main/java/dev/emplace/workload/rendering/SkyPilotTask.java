package dev.emplace.workload.rendering;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.Rendering;
import dev.emplace.api.workload.v1.RenderingFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A plan as a SkyPilot task: name, num_nodes, and the placements as resources.ordered, which SkyPilot tries one after the
 * other. https://docs.skypilot.co/en/latest/reference/yaml-spec.html. What to run is the owner's to add.
 */
final class SkyPilotTask {
    /** Providers that SkyPilot knows, by the names that it and the catalog share. */
    private static final Set<String> CLOUDS = Set.of(
            "aws",
            "azure",
            "gcp",
            "lambda",
            "oci",
            "runpod",
            "nebius",
            "vast",
            "paperspace",
            "fluidstack",
            "cudo",
            "do",
            "ibm",
            "hyperbolic");

    /** Those whose instance types the catalog has in the provider's own words, as SkyPilot does. */
    private static final Set<String> OWN_INSTANCE_TYPES = Set.of("aws", "azure", "gcp");

    private final Plan plan;
    private final List<String> notes = new ArrayList<>();

    SkyPilotTask(Plan plan) {
        this.plan = plan;
    }

    Rendering rendering() {
        List<Map<String, Object>> ordered = new ArrayList<>();
        int nodes = 0;
        for (Placement placement : plan.getPlacementsList()) {
            String missing = missing(placement, nodes);
            if (missing.isEmpty()) {
                nodes = placement.getQuote().getMachineCount();
                ordered.add(resources(placement));
                note(placement);
            } else {
                notes.add("left out: " + placement.getQuote().getOffer().getName() + ", " + missing);
            }
        }
        return Rendering.newBuilder()
                .setFormat(RenderingFormat.RENDERING_FORMAT_SKYPILOT)
                .setContent(ordered.isEmpty() ? "" : YamlText.of(task(ordered, nodes)))
                .addAllNotes(notes)
                .build();
    }

    private Map<String, Object> task(List<Map<String, Object>> ordered, int nodes) {
        Map<String, Object> task = new LinkedHashMap<>();
        String name = plan.getClassification().getDerived().getDisplayName();
        if (!name.isEmpty()) {
            task.put("name", name);
        }
        task.put("num_nodes", nodes);
        task.put("resources", Map.of("ordered", ordered));
        return task;
    }

    /** Why a placement cannot be one of the resources; "" if it can. A task has one number of nodes for all of them. */
    private static String missing(Placement placement, int nodes) {
        Offer offer = placement.getQuote().getOffer();
        Place place = offer.getPlace();
        if (place.getSite().isEmpty() && !CLOUDS.contains(place.getProvider())) {
            return "SkyPilot has no cloud " + place.getProvider();
        }
        String accelerator = offer.getMachine().getAccelerator();
        if (KnownNames.of(accelerator).map(KnownNames::skyPilot).orElse("").isEmpty()) {
            return "SkyPilot has no name for " + KnownNames.id(accelerator);
        }
        int machines = placement.getQuote().getMachineCount();
        return nodes == 0 || machines == nodes ? "" : "it takes " + machines + " machines, and the first " + nodes;
    }

    private static Map<String, Object> resources(Placement placement) {
        Offer offer = placement.getQuote().getOffer();
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("infra", infra(offer.getPlace()));
        resources.put("accelerators", accelerators(offer));
        String provider = offer.getPlace().getProvider();
        if (OWN_INSTANCE_TYPES.contains(provider)
                && !offer.getMachine().getInstanceType().isEmpty()) {
            resources.put("instance_type", offer.getMachine().getInstanceType());
        }
        if (offer.getCommercialModel() == CommercialModel.COMMERCIAL_MODEL_SPOT) {
            resources.put("use_spot", true);
        }
        return resources;
    }

    /** cloud/region/zone; a site of our own is a Kubernetes context of its name. */
    private static String infra(Place place) {
        if (!place.getSite().isEmpty()) {
            return "k8s/" + place.getSite().substring(place.getSite().indexOf('/') + 1);
        }
        String region = place.getProvider() + "/" + region(place);
        return place.getZone().isEmpty() ? region : region + "/" + place.getZone();
    }

    /** SkyPilot takes RunPod's countries for its regions: US. */
    private static String region(Place place) {
        return place.getProvider().equals("runpod") ? place.getRegion().toUpperCase(Locale.ROOT) : place.getRegion();
    }

    private static String accelerators(Offer offer) {
        BigDecimal count =
                new BigDecimal(offer.getMachine().getAcceleratorCount().getValue());
        String name = KnownNames.of(offer.getMachine().getAccelerator())
                .map(KnownNames::skyPilot)
                .orElseThrow();
        return name + ":" + count.stripTrailingZeros().toPlainString();
    }

    private void note(Placement placement) {
        Offer offer = placement.getQuote().getOffer();
        if (!offer.getPlace().getSite().isEmpty()) {
            notes.add(infra(offer.getPlace()) + " is the Kubernetes context of "
                    + offer.getPlace().getSite() + ": give it that name, and hold its power with ReservePlacement");
        }
        if (placement.getCommittedDuration().getSeconds() > 0
                && offer.getPlace().getSite().isEmpty()) {
            notes.add(offer.getName() + " is a commitment: SkyPilot does not buy it, buy it first");
        }
    }
}
