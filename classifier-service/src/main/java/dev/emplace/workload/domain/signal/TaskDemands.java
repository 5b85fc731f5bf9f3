package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Node;
import dev.emplace.workload.domain.signal.Count.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Accelerators of a SkyPilot task; of alternatives the first one stands for all. */
final class TaskDemands {
    private static final List<Multiplier> COUNTS = List.of(
            Multiplier.of(Role.COPIES, "service", "replicas"),
            Multiplier.of(Role.COPIES, "service.replica_policy", "replicas").between("min_replicas", "max_replicas"),
            Multiplier.of(Role.MEMBERS, "pool", "workers"),
            Multiplier.of(Role.MEMBERS, "", "num_nodes"));

    /** Where accelerators are named: at once, or in alternatives, the preferred one first. */
    private static final List<Path> ACCELERATORS = List.of(
            Path.of("resources.accelerators"),
            Path.of("resources.gpus"),
            Path.of("resources.ordered[].accelerators"),
            Path.of("resources.any_of[].accelerators"));

    private static final List<Path> INSTANCES = List.of(
            Path.of("resources.instance_type"),
            Path.of("resources.ordered[].instance_type"),
            Path.of("resources.any_of[].instance_type"));

    private final int document;
    private final List<Count> counts;
    private final List<AcceleratorDemand> demands = new ArrayList<>();

    private TaskDemands(int document, List<Count> counts) {
        this.document = document;
        this.counts = counts;
    }

    static TaskDemands of(Manifest.Document document) {
        List<Count> counts = new ArrayList<>();
        for (Multiplier multiplier : COUNTS) {
            multiplier
                    .base()
                    .each(
                            document.root(),
                            Location.root(),
                            (base, at) ->
                                    multiplier.count(base, at, document.index()).ifPresent(counts::add));
        }
        TaskDemands task = new TaskDemands(document.index(), counts);
        ACCELERATORS.forEach(path -> path.each(document.root(), Location.root(), task::named));
        INSTANCES.forEach(path -> path.each(document.root(), Location.root(), task::instance));
        return task;
    }

    /** At most one, since alternatives are one demand. */
    List<AcceleratorDemand> demands() {
        return demands;
    }

    /** Machines of the task, unknown numbers counted as one. */
    int machines() {
        long machines = 1;
        for (Count count : counts) {
            machines *= Math.max(1, count.value().orElse(1));
        }
        return (int) Math.min(machines, Integer.MAX_VALUE);
    }

    /** "H100:8", a mapping of alternatives, or a list of alternatives. */
    private void named(Node wanted, Location at) {
        if (wanted instanceof Node.Scalar scalar) {
            String text = scalar.text().trim();
            int colon = text.lastIndexOf(':');
            boolean counted = colon > 0;
            demand(
                    counted ? text.substring(0, colon) : text,
                    counted ? new Node.Scalar(text.substring(colon + 1), scalar.line(), false) : null,
                    at,
                    scalar.line());
        } else if (wanted instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
            Node.Entry first = mapping.entries().get(0);
            boolean stated = Quantity.whole(first.value()).isPresent() || Quantity.placeholder(first.value());
            if (stated) {
                demand(first.key(), first.value(), at.key(first.key()), first.line());
            } else {
                named(new Node.Scalar(first.key(), first.line(), false), at.key(first.key()));
            }
        } else if (wanted instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
            named(sequence.items().get(0), at.item(0));
        }
    }

    private void instance(Node wanted, Location at) {
        if (wanted instanceof Node.Scalar scalar) {
            Optional<InstanceType> type = InstanceType.of(scalar.text());
            type.ifPresent(t -> add(t.accelerator(), OptionalInt.of(t.count()), "", at, scalar.line()));
        }
    }

    private void demand(String name, @Nullable Node count, Location at, int line) {
        boolean placeholder = Quantity.placeholder(name);
        if (!name.isEmpty() && !placeholder) {
            OptionalInt perPod = count == null ? OptionalInt.of(1) : Quantity.whole(count);
            add(name, perPod, count == null ? "" : Quantity.fraction(count), at, line);
        }
    }

    private void add(String name, OptionalInt perPod, String part, Location at, int line) {
        if (demands.isEmpty()) {
            demands.add(new AcceleratorDemand(name, perPod, part, counts, false, document, at, line));
        }
    }
}
