package dev.emplace.k8s;

import com.google.gson.JsonObject;

/**
 * One Kubernetes object, or a patch of one.
 *
 * @param file where it is written, for whoever has to mend it
 */
public record Manifest(String file, JsonObject json) {

    public Node root() {
        return new Node("", json);
    }

    public Node at(String... fields) {
        return root().at(fields);
    }

    public String kind() {
        return at("kind").text().orElse("(no kind)");
    }

    public String name() {
        return at("metadata", "name").text().orElse("(no name)");
    }

    public boolean is(String kind, String name) {
        return kind().equals(kind) && name().equals(name);
    }

    public Fault fault(Node where, String problem) {
        return new Fault(file, kind() + " " + name(), where.path(), problem);
    }
}
