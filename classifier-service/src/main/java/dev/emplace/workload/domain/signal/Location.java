package dev.emplace.workload.domain.signal;

import org.jspecify.annotations.Nullable;

/** A path inside a document, kept as a chain so that it is spelled out only for evidence that is shown. */
public record Location(@Nullable Location parent, String key, int index) {
    static Location root() {
        return new Location(null, "", -1);
    }

    Location key(String name) {
        return new Location(this, name, -1);
    }

    Location item(int position) {
        return new Location(this, "", position);
    }

    /** The path, such as {@code spec.template.spec.containers[0].image}. */
    public String path() {
        StringBuilder path = new StringBuilder();
        append(path);
        return path.toString();
    }

    private void append(StringBuilder path) {
        if (parent == null) {
            return;
        }
        parent.append(path);
        if (index >= 0) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(key);
        }
    }
}
