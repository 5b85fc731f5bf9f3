package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Node;
import dev.emplace.workload.domain.signal.Count.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Autoscalers that stand in documents of their own, by the name of what they scale. */
final class Autoscalers {
    private static final Map<String, Multiplier> KINDS = Map.of(
            "HorizontalPodAutoscaler", range("minReplicas", "maxReplicas"),
            "PodAutoscaler", range("minReplicas", "maxReplicas"),
            "ScaledObject", range("minReplicaCount", "maxReplicaCount"));

    private final Map<String, Count> ranges = new HashMap<>();

    private static Multiplier range(String least, String most) {
        return Multiplier.of(Role.COPIES, "spec", "replicas").between(least, most);
    }

    static Autoscalers of(List<Manifest.Document> documents) {
        Autoscalers autoscalers = new Autoscalers();
        documents.forEach(autoscalers::read);
        return autoscalers;
    }

    private void read(Manifest.Document document) {
        Multiplier range = KINDS.get(document.root().text("kind"));
        Node.Mapping spec = document.root().mapping("spec");
        Node.Mapping target = spec == null ? null : spec.mapping("scaleTargetRef");
        if (range != null && spec != null && target != null) {
            range.count(spec, Location.root().key("spec"), document.index())
                    .ifPresent(count -> ranges.put(target.text("name"), count));
        }
    }

    /** What an autoscaler says of an object: its least where the object states no number itself, and its most. */
    Optional<Count> over(Node.Mapping root, List<Count> own) {
        Node.Mapping metadata = root.mapping("metadata");
        String name = metadata == null ? "" : metadata.text("name");
        Count range = ranges.get(name);
        if (range == null || name.isEmpty()) {
            return Optional.empty();
        }
        boolean stated = own.stream().anyMatch(count -> count.role() == Role.COPIES);
        OptionalInt value = stated ? OptionalInt.of(1) : range.value();
        return Optional.of(
                new Count(Role.COPIES, value, range.most(), range.document(), range.location(), range.line()));
    }
}
