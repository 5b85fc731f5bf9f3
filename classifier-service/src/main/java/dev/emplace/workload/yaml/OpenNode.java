package dev.emplace.workload.yaml;

import dev.emplace.workload.domain.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping or sequence whose end has not been read yet. */
final class OpenNode {
    private static final String MERGE = "<<";

    final @Nullable String anchor;
    final long charactersBefore;
    private final boolean mapping;
    private final int line;
    private final List<Node.Entry> entries = new ArrayList<>();
    private final List<Node> items = new ArrayList<>();
    private Node.@Nullable Scalar key;
    private long size = 1;

    OpenNode(boolean mapping, int line, @Nullable String anchor, long charactersBefore) {
        this.mapping = mapping;
        this.line = line;
        this.anchor = anchor;
        this.charactersBefore = charactersBefore;
    }

    boolean awaitsKey() {
        return mapping && key == null;
    }

    void add(Node node) {
        Node.Scalar pending = key;
        size += node.size();
        if (!mapping) {
            items.add(node);
        } else if (pending == null) {
            key = (Node.Scalar) node;
        } else {
            addEntry(pending, node);
            key = null;
        }
    }

    private void addEntry(Node.Scalar pending, Node value) {
        if (pending.text().equals(MERGE) && value instanceof Node.Mapping merged) {
            entries.addAll(0, merged.entries());
        } else {
            entries.add(new Node.Entry(pending.text(), pending.line(), value));
        }
    }

    Node build() {
        return mapping ? new Node.Mapping(entries, line, size) : new Node.Sequence(items, line, size);
    }

    void appendTo(StringBuilder path) {
        Node.Scalar pending = key;
        if (!mapping) {
            path.append('[').append(items.size()).append(']');
        } else if (pending != null) {
            path.append(path.isEmpty() ? "" : ".").append(pending.text());
        }
    }
}
