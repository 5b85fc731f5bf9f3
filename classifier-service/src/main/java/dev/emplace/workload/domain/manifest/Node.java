package dev.emplace.workload.domain.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a manifest, with the line that it was read from. Aliases share one instance; sizes count them expanded. */
public sealed interface Node {
    /** One-based line in the whole input. */
    int line();

    /** Number of nodes below and including this one, aliases expanded. */
    long size();

    /** Key and value of a mapping. */
    record Entry(String key, int line, Node value) {}

    /** Ordered keys and values; of a repeated key the last one counts, as in Kubernetes. */
    record Mapping(List<Entry> entries, int line, long size) implements Node {
        public @Nullable Node get(String key) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).key().equals(key)) {
                    return entries.get(i).value();
                }
            }
            return null;
        }

        public boolean has(String key) {
            return get(key) != null;
        }

        public @Nullable Mapping mapping(String key) {
            return get(key) instanceof Mapping mapping ? mapping : null;
        }

        public @Nullable Sequence sequence(String key) {
            return get(key) instanceof Sequence sequence ? sequence : null;
        }

        /** The scalar's text, or "" where the key is absent or holds something else. */
        public String text(String key) {
            return get(key) instanceof Scalar scalar ? scalar.text() : "";
        }
    }

    /** Ordered items. */
    record Sequence(List<Node> items, int line, long size) implements Node {}

    /** Text as written, without its quotes; a block scalar keeps its line breaks. */
    record Scalar(String text, int line, boolean block) implements Node {
        @Override
        public long size() {
            return 1;
        }
    }
}
