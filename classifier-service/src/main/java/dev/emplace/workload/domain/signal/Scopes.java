package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Node;
import dev.emplace.workload.domain.signal.Count.Role;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which numbers apply below which nodes of one document: by its kind's fields, or by usual names of unknown kinds. */
final class Scopes {
    private static final Map<String, Role> USUAL = Map.of(
            "replicas", Role.COPIES,
            "parallelism", Role.COPIES,
            "numOfHosts", Role.MEMBERS,
            "num_nodes", Role.MEMBERS,
            "nodeCount", Role.MEMBERS,
            "numNodes", Role.MEMBERS,
            "workers", Role.MEMBERS);

    private final int document;
    private final Optional<ManifestKind> kind;
    private final IdentityHashMap<Node, List<Count>> counts = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Location> requests = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Location> instances = new IdentityHashMap<>();

    private Scopes(int document, Optional<ManifestKind> kind) {
        this.document = document;
        this.kind = kind;
    }

    static Scopes of(Manifest.Document document, Autoscalers autoscalers) {
        Optional<ManifestKind> kind = ManifestKinds.known(document.root());
        Scopes scopes = new Scopes(document.index(), kind);
        kind.ifPresent(known -> scopes.resolve(known, document.root()));
        autoscalers
                .over(document.root(), scopes.atRoot(document.root()))
                .ifPresent(count -> scopes.counts.put(document.root(), List.of(count)));
        return scopes;
    }

    boolean gang() {
        return kind.map(ManifestKind::gang).orElse(false);
    }

    /** The numbers that a node brings into play for all below it. */
    List<Count> at(Node node, Location at) {
        List<Count> known = counts.getOrDefault(node, List.of());
        return kind.isPresent() || !(node instanceof Node.Mapping mapping) ? known : usual(mapping, known, at);
    }

    boolean isRequest(Node node) {
        return requests.containsKey(node);
    }

    boolean isInstance(Node node) {
        return instances.containsKey(node);
    }

    private List<Count> atRoot(Node.Mapping root) {
        List<Count> all = new ArrayList<>();
        Node spec = root.get("spec");
        if (spec != null) {
            all.addAll(counts.getOrDefault(spec, List.of()));
        }
        return all;
    }

    private void resolve(ManifestKind known, Node.Mapping root) {
        known.multipliers()
                .forEach(multiplier -> multiplier
                        .base()
                        .each(
                                root,
                                Location.root(),
                                (base, at) -> multiplier
                                        .count(base, at, document)
                                        .ifPresent(count -> multiplier
                                                .target()
                                                .each(
                                                        base,
                                                        at,
                                                        (target, where) -> counts.computeIfAbsent(
                                                                        target, t -> new ArrayList<>())
                                                                .add(count)))));
        known.requests().forEach(path -> path.each(root, Location.root(), requests::put));
        known.instances().forEach(path -> path.each(root, Location.root(), instances::put));
    }

    private List<Count> usual(Node.Mapping mapping, List<Count> known, Location at) {
        List<Count> all = new ArrayList<>(known);
        for (Node.Entry entry : mapping.entries()) {
            Role role = USUAL.get(entry.key());
            if (role != null && entry.value() instanceof Node.Scalar number) {
                OptionalInt value = Quantity.of(number);
                if (value.isPresent() || Quantity.placeholder(number)) {
                    all.add(new Count(role, value, OptionalInt.empty(), document, at.key(entry.key()), entry.line()));
                }
            }
        }
        return all;
    }
}
