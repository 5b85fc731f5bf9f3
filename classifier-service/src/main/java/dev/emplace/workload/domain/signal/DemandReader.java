package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds the accelerators that a manifest's pods ask for, with the numbers that multiply each pod. */
final class DemandReader {
    private final Autoscalers autoscalers;
    private final List<AcceleratorDemand> demands = new ArrayList<>();
    private int emptyNodes;

    DemandReader(List<Manifest.Document> documents) {
        this.autoscalers = Autoscalers.of(documents);
    }

    List<AcceleratorDemand> demands() {
        return demands;
    }

    /** Pods that ask for accelerators, or machines of a task that asks for none; unknown numbers count as one. */
    int nodes() {
        long nodes = emptyNodes;
        for (AcceleratorDemand demand : demands) {
            nodes += demand.pods().orElse(1);
        }
        return (int) Math.min(nodes, Integer.MAX_VALUE);
    }

    void read(Manifest.Document document) {
        if (SignalReader.isTask(document.root())) {
            TaskDemands task = TaskDemands.of(document);
            task.demands().forEach(this::add);
            emptyNodes += task.demands().isEmpty() ? task.machines() : 0;
        } else {
            new Walk(document.index(), Scopes.of(document, autoscalers))
                    .mapping(document.root(), List.of(), Location.root());
        }
    }

    private void add(AcceleratorDemand demand) {
        if (demand.perPod().orElse(1) > 0 && demand.pods().orElse(1) > 0) {
            demands.add(demand);
        }
    }

    private final class Walk {
        private final int document;
        private final Scopes scopes;

        Walk(int document, Scopes scopes) {
            this.document = document;
            this.scopes = scopes;
        }

        void mapping(Node.Mapping mapping, List<Count> outer, Location at) {
            List<Count> counts = with(outer, mapping, at);
            for (Node.Entry entry : mapping.entries()) {
                Location below = at.key(entry.key());
                boolean resources = entry.key().equals("resources") || scopes.isRequest(entry.value());
                if (resources && entry.value() instanceof Node.Mapping asked) {
                    container(asked, with(counts, asked, below), below);
                } else {
                    descend(entry.value(), counts, below);
                }
            }
        }

        private void descend(Node node, List<Count> counts, Location at) {
            if (node instanceof Node.Mapping mapping) {
                mapping(mapping, counts, at);
            } else if (node instanceof Node.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    descend(sequence.items().get(i), counts, at.item(i));
                }
            } else if (node instanceof Node.Scalar scalar && scopes.isInstance(scalar)) {
                InstanceType.of(scalar.text())
                        .ifPresent(type -> demand(
                                type.accelerator(), OptionalInt.of(type.count()), "", counts, at, scalar.line()));
            }
        }

        private List<Count> with(List<Count> outer, Node node, Location at) {
            List<Count> own = scopes.at(node, at);
            if (own.isEmpty()) {
                return outer;
            }
            List<Count> all = new ArrayList<>(outer);
            all.addAll(own);
            return all;
        }

        private void container(Node.Mapping resources, List<Count> counts, Location at) {
            Node.Mapping limits = resources.mapping("limits");
            Node.Mapping requests = resources.mapping("requests");
            boolean limited = limits != null && asksFor(limits);
            Node.Mapping asked = limited ? limits : requests;
            Location below = at.key(limited ? "limits" : "requests");
            if (asked == null) {
                return;
            }
            for (Node.Entry entry : asked.entries()) {
                if (ExtendedResource.isAccelerator(entry.key())) {
                    demand(
                            entry.key(),
                            Quantity.whole(entry.value()),
                            part(entry),
                            counts,
                            below.key(entry.key()),
                            entry.line());
                }
            }
        }

        private static boolean asksFor(Node.Mapping resources) {
            return resources.entries().stream().anyMatch(entry -> ExtendedResource.isAccelerator(entry.key()));
        }

        private static String part(Node.Entry entry) {
            String slice = ExtendedResource.slice(entry.key());
            return slice.isEmpty() ? Quantity.fraction(entry.value()) : slice;
        }

        private void demand(
                String resource, OptionalInt perPod, String part, List<Count> counts, Location at, int line) {
            add(new AcceleratorDemand(resource, perPod, part, counts, scopes.gang(), document, at, line));
        }
    }
}
