package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up the accelerators and the nodes that a manifest asks for, multiplying replica counts on the way down. */
final class DemandReader {
    /** Keys that multiply everything below them. */
    private static final Set<String> MULTIPLIERS =
            Set.of("replicas", "parallelism", "numOfHosts", "num_nodes", "nodeCount", "numNodes", "workers");

    private static final OptionalInt ONE = OptionalInt.of(1);

    private final List<AcceleratorDemand> demands = new ArrayList<>();
    private long nodes;

    List<AcceleratorDemand> demands() {
        return demands;
    }

    /** Pods that ask for accelerators, or workers of a distributed job; unknown numbers count as one. */
    int nodes() {
        return (int) Math.min(nodes, Integer.MAX_VALUE);
    }

    void read(Manifest.Document document) {
        if (SignalReader.isTask(document.root())) {
            new Walk(document.index()).task(document.root());
        } else {
            new Walk(document.index()).mapping(document.root(), ONE, Location.root());
        }
    }

    /** Extended resources of device plugins that hand out accelerators; "gpu" is Dynamo's own spelling. */
    static boolean accelerator(String resource) {
        if (resource.startsWith("nvidia.com/")) {
            return resource.equals("nvidia.com/gpu")
                    || resource.startsWith("nvidia.com/gpu.shared")
                    || resource.startsWith("nvidia.com/mig-");
        }
        return resource.equals("amd.com/gpu")
                || resource.equals("google.com/tpu")
                || resource.equals("gpu")
                || resource.startsWith("aws.amazon.com/neuron")
                || resource.startsWith("habana.ai/")
                || resource.startsWith("gpu.intel.com/");
    }

    private final class Walk {
        private final int document;

        Walk(int document) {
            this.document = document;
        }

        void task(Node.Mapping root) {
            OptionalInt pods = root.has("num_nodes") ? Quantity.of(root.get("num_nodes")) : ONE;
            Node.Mapping pool = root.mapping("pool");
            Node.Mapping resources = root.mapping("resources");
            int before = demands.size();
            if (resources != null) {
                Location at = Location.root().key("resources");
                taskResources(resources, pods, at);
            }
            if (demands.size() == before) {
                nodes += pods.orElse(1);
            }
            if (pool != null && demands.size() == before) {
                nodes += Quantity.of(pool.get("workers")).orElse(1) - 1L;
            }
        }

        private void taskResources(Node.Mapping resources, OptionalInt pods, Location at) {
            for (String key : List.of("accelerators", "gpus")) {
                Node wanted = resources.get(key);
                if (wanted != null) {
                    taskAccelerators(wanted, pods, at.key(key));
                }
            }
        }

        /** "H100:8", a mapping of alternatives, or a list of alternatives: the first one stands for all. */
        private void taskAccelerators(Node wanted, OptionalInt pods, Location at) {
            if (wanted instanceof Node.Scalar scalar) {
                add(name(scalar.text()), count(scalar.text()), pods, at, scalar.line());
            } else if (wanted instanceof Node.Mapping mapping
                    && !mapping.entries().isEmpty()) {
                Node.Entry first = mapping.entries().get(0);
                OptionalInt stated = Quantity.of(first.value());
                add(name(first.key()), stated.isPresent() ? stated : count(first.key()), pods, at, first.line());
            } else if (wanted instanceof Node.Sequence sequence
                    && !sequence.items().isEmpty()) {
                taskAccelerators(sequence.items().get(0), pods, at.item(0));
            }
        }

        private static String name(String accelerator) {
            int colon = accelerator.indexOf(':');
            return colon < 0 ? accelerator : accelerator.substring(0, colon);
        }

        private static OptionalInt count(String accelerator) {
            int colon = accelerator.indexOf(':');
            return colon < 0 ? ONE : Quantity.of(accelerator.substring(colon + 1));
        }

        void mapping(Node.Mapping mapping, OptionalInt pods, Location at) {
            OptionalInt here = times(pods, factor(mapping));
            for (Node.Entry entry : mapping.entries()) {
                Location below = at.key(entry.key());
                if (entry.key().equals("resources") && entry.value() instanceof Node.Mapping resources) {
                    container(resources, here, below);
                } else {
                    descend(entry.value(), groupSize(mapping, entry.key(), here), below);
                }
            }
        }

        private void descend(Node node, OptionalInt pods, Location at) {
            if (node instanceof Node.Mapping mapping) {
                mapping(mapping, pods, at);
            } else if (node instanceof Node.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    descend(sequence.items().get(i), pods, at.item(i));
                }
            }
        }

        /** In a LeaderWorkerSet, size pods make a group: one leader and the rest workers. */
        private OptionalInt groupSize(Node.Mapping mapping, String key, OptionalInt pods) {
            if (!key.equals("workerTemplate") || !mapping.has("size")) {
                return pods;
            }
            OptionalInt size = Quantity.of(mapping.get("size"));
            int leaders = mapping.has("leaderTemplate") ? 1 : 0;
            return size.isEmpty() ? size : times(pods, OptionalInt.of(Math.max(1, size.getAsInt() - leaders)));
        }

        private void container(Node.Mapping resources, OptionalInt pods, Location at) {
            Node.Mapping limits = resources.mapping("limits");
            Node.Mapping requests = resources.mapping("requests");
            Node.Mapping asked = limits != null && anyAccelerator(limits) ? limits : requests;
            if (asked == null || !anyAccelerator(asked)) {
                return;
            }
            for (Node.Entry entry : asked.entries()) {
                if (accelerator(entry.key())) {
                    add(entry.key(), Quantity.of(entry.value()), pods, at.key(entry.key()), entry.line());
                }
            }
        }

        private void add(String resource, OptionalInt perPod, OptionalInt pods, Location at, int line) {
            if (perPod.orElse(1) > 0 && pods.orElse(1) > 0) {
                demands.add(new AcceleratorDemand(resource, perPod, pods, document, at, line));
                nodes += pods.orElse(1);
            }
        }
    }

    private static boolean anyAccelerator(Node.Mapping resources) {
        return resources.entries().stream().anyMatch(entry -> accelerator(entry.key()));
    }

    /** The product of a mapping's multipliers; empty where one of them is a placeholder. */
    private static OptionalInt factor(Node.Mapping mapping) {
        OptionalInt product = ONE;
        for (Node.Entry entry : mapping.entries()) {
            if (MULTIPLIERS.contains(entry.key()) && entry.value() instanceof Node.Scalar) {
                product = times(product, multiplier(entry.value()));
            }
        }
        return product;
    }

    private static OptionalInt multiplier(@Nullable Node value) {
        OptionalInt stated = Quantity.of(value);
        return stated.isEmpty() && !Quantity.placeholder(value) ? ONE : stated;
    }

    private static OptionalInt times(OptionalInt left, OptionalInt right) {
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalInt.empty();
        }
        long product = (long) left.getAsInt() * right.getAsInt();
        return OptionalInt.of((int) Math.min(product, Integer.MAX_VALUE));
    }
}
