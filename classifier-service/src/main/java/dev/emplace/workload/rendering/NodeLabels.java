package dev.emplace.workload.rendering;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.workload.v1.Placement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By which labels a cluster's nodes of a placement are known, and what keeps other pods off them. */
final class NodeLabels {
    static final String SITE = "emplace.dev/site";

    private NodeLabels() {}

    static Map<String, String> of(Placement placement) {
        Offer offer = placement.getQuote().getOffer();
        Map<String, String> labels = new LinkedHashMap<>();
        KnownNames.of(offer.getMachine().getAccelerator())
                .map(KnownNames::gpuProduct)
                .filter(product -> !product.isEmpty())
                .ifPresent(product -> labels.put("nvidia.com/gpu.product", product));
        String site = offer.getPlace().getSite();
        if (!site.isEmpty()) {
            labels.put(SITE, site.substring(site.indexOf('/') + 1));
            return labels;
        }
        put(labels, "topology.kubernetes.io/region", offer.getPlace().getRegion());
        put(labels, "topology.kubernetes.io/zone", offer.getPlace().getZone());
        put(labels, "node.kubernetes.io/instance-type", offer.getMachine().getInstanceType());
        if (isSpot(offer)) {
            labels.putAll(spot(offer.getPlace().getProvider()));
        }
        return labels;
    }

    private static void put(Map<String, String> labels, String key, String value) {
        if (!value.isEmpty()) {
            labels.put(key, value);
        }
    }

    /** By the documents of the managed Kubernetes of each. */
    private static Map<String, String> spot(String provider) {
        return switch (provider) {
            case "aws" -> Map.of("eks.amazonaws.com/capacityType", "SPOT");
            case "azure" -> Map.of("kubernetes.azure.com/scalesetpriority", "spot");
            case "gcp" -> Map.of("cloud.google.com/gke-spot", "true");
            default -> Map.of();
        };
    }

    static List<Map<String, String>> tolerations(Placement placement) {
        Offer offer = placement.getQuote().getOffer();
        boolean tainted = isSpot(offer) && offer.getPlace().getProvider().equals("azure");
        if (!tainted) {
            return List.of();
        }
        Map<String, String> toleration = new LinkedHashMap<>();
        toleration.put("key", "kubernetes.azure.com/scalesetpriority");
        toleration.put("operator", "Equal");
        toleration.put("value", "spot");
        toleration.put("effect", "NoSchedule");
        return List.of(toleration);
    }

    private static boolean isSpot(Offer offer) {
        return offer.getCommercialModel() == CommercialModel.COMMERCIAL_MODEL_SPOT;
    }

    /** "" for what no device plugin serves. */
    static String resource(String accelerator) {
        String maker = accelerator.substring(0, Math.max(0, accelerator.indexOf('-')));
        return switch (maker) {
            case "nvidia" -> "nvidia.com/gpu";
            case "amd" -> "amd.com/gpu";
            case "google" -> "google.com/tpu";
            case "aws" -> "aws.amazon.com/neuron";
            case "intel" -> "habana.ai/gaudi";
            default -> "";
        };
    }
}
