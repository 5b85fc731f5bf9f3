package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.classify.Classification;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.classify.Evidence;
import dev.emplace.workload.domain.edge.EdgeRules;
import dev.emplace.workload.domain.edge.EdgeVerdict;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.footprint.Training;
import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Manifests;
import dev.emplace.workload.domain.manifest.Node;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.signal.SignalReader;
import dev.emplace.workload.domain.signal.Signals;
import dev.emplace.workload.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a manifest or explicit facts into what is known of a workload. */
public final class WorkloadReader {
    private final Classifier classifier;
    private final Manifests manifests;
    private final EdgeRules edgeRules;
    private final ModelTable models;

    public WorkloadReader(Classifier classifier, Manifests manifests) {
        this.classifier = classifier;
        this.manifests = manifests;
        this.edgeRules = new EdgeRules(classifier.policy());
        this.models = new ModelTable(classifier.policy().models());
    }

    public Policy policy() {
        return classifier.policy();
    }

    public Reading read(byte[] manifest, Workload stated) {
        Manifest read = manifests.read(manifest);
        Signals signals = new SignalReader().read(read);
        ManifestFacts facts = ManifestFacts.of(signals, models, displayName(read));
        Workload workload = facts.workload().overriddenBy(stated);
        Classification classification = classifier.classify(signals, stated, leastNodes(workload));
        return reading(classification, workload, facts.read(), objects(read, classification.evidence()));
    }

    public Reading read(Workload stated) {
        return reading(classifier.classify(stated, leastNodes(stated)), stated, List.of(), List.of());
    }

    private Reading reading(
            Classification classification, Workload workload, List<ReadFact> facts, List<ManifestObject> objects) {
        List<EdgeVerdict> edge = edgeRules.inQuestion(classification.workloadClass(), workload)
                ? edgeRules.apply(workload, Optional.empty())
                : List.of();
        return new Reading(classification, workload, edge, training(classification), facts, objects);
    }

    private static Training training(Classification classification) {
        List<String> named = classification.evidence().stream()
                .filter(e -> e.sign().equals("fine_tuning") && e.weight() > 0)
                .map(e -> e.read().toLowerCase(Locale.ROOT))
                .filter(read -> read.contains("lora"))
                .toList();
        return named.isEmpty()
                ? Training.FULL
                : named.stream().anyMatch(read -> read.contains("qlora")) ? Training.QLORA : Training.LORA;
    }

    /** Training states that exceed one machine of the reference accelerator need several. */
    private int leastNodes(Workload workload) {
        Policy policy = classifier.policy();
        double machine = policy.number("footprint.reference_memory_gib")
                * (1L << 30)
                * policy.number("footprint.accelerators_per_node");
        return ModelShape.of(workload.model(), models)
                .map(shape -> shape.parameters() * policy.number("footprint.optimizer_bytes_per_parameter"))
                .filter(states -> states > machine)
                .map(states -> (int) Math.ceil(states / machine))
                .orElse(0);
    }

    private static String displayName(Manifest manifest) {
        for (Manifest.Document document : manifest.documents()) {
            String name = name(document.root());
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static String name(Node.Mapping root) {
        Node.Mapping metadata = root.mapping("metadata");
        return metadata == null ? root.text("name") : metadata.text("name");
    }

    private static List<ManifestObject> objects(Manifest manifest, List<Evidence> evidence) {
        int principal = principal(manifest, evidence);
        List<ManifestObject> objects = new ArrayList<>();
        for (Manifest.Document document : manifest.documents()) {
            Node.Mapping root = document.root();
            objects.add(new ManifestObject(
                    document.index() + 1,
                    root.line(),
                    root.text("apiVersion"),
                    SignalReader.kind(root),
                    name(root),
                    document.index() == principal));
        }
        return objects;
    }

    /** The document that most of the evidence comes from. */
    private static int principal(Manifest manifest, List<Evidence> evidence) {
        int best = manifest.documents().get(0).index();
        double most = 0;
        for (Manifest.Document document : manifest.documents()) {
            double weight = evidence.stream()
                    .filter(e -> e.line() > 0 && e.document() == document.index())
                    .mapToDouble(e -> Math.abs(e.weight()))
                    .sum();
            if (weight > most) {
                most = weight;
                best = document.index();
            }
        }
        return best;
    }
}
