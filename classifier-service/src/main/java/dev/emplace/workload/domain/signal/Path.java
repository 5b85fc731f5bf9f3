package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Node;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A path into a document: keys with dots between them, {@code *} for every value of a mapping, {@code []} after a key for
 * every item of its list. A key that has dots itself stands in single quotes. The empty path is where one stands.
 */
record Path(List<String> steps) {
    static final Path HERE = new Path(List.of());
    private static final String EACH_ITEM = "[]";
    private static final String EACH_VALUE = "*";
    private static final String DOTS_OUTSIDE_QUOTES = "\\.(?=(?:[^']*'[^']*')*[^']*$)";

    static Path of(String text) {
        if (text.isEmpty()) {
            return HERE;
        }
        List<String> steps = Arrays.stream(text.split(DOTS_OUTSIDE_QUOTES, -1))
                .map(step -> step.replace("'", ""))
                .flatMap(step -> step.endsWith(EACH_ITEM)
                        ? List.of(step.substring(0, step.length() - EACH_ITEM.length()), EACH_ITEM).stream()
                        : List.of(step).stream())
                .toList();
        return new Path(steps);
    }

    /** Tells each node that the path leads to; steps that find another type of node than they need lead nowhere. */
    void each(Node from, Location at, BiConsumer<Node, Location> found) {
        each(from, at, 0, found);
    }

    private void each(Node node, Location at, int step, BiConsumer<Node, Location> found) {
        if (step == steps.size()) {
            found.accept(node, at);
            return;
        }
        String name = steps.get(step);
        if (name.equals(EACH_ITEM)) {
            if (node instanceof Node.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    each(sequence.items().get(i), at.item(i), step + 1, found);
                }
            }
        } else if (node instanceof Node.Mapping mapping) {
            if (name.equals(EACH_VALUE)) {
                mapping.entries().forEach(entry -> each(entry.value(), at.key(entry.key()), step + 1, found));
            } else {
                Node below = mapping.get(name);
                if (below != null) {
                    each(below, at.key(name), step + 1, found);
                }
            }
        }
    }

    /** The first scalar that the path leads to, with its place. */
    @Nullable
    Stated first(Node from, Location at) {
        Stated[] first = new Stated[1];
        each(from, at, (node, where) -> {
            if (first[0] == null && node instanceof Node.Scalar scalar) {
                first[0] = new Stated(scalar, where);
            }
        });
        return first[0];
    }

    /** A scalar and where it stands. */
    record Stated(Node.Scalar scalar, Location at) {}
}
