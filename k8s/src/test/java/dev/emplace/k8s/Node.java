package dev.emplace.k8s;

import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object, and what is there, if anything: rules ask for what should be, and name the place if it is not.
 *
 * @param path from the root of the object, such as {@code spec.containers[0].image}
 */
public record Node(String path, @Nullable JsonElement value) {

    public Node at(String... fields) {
        Node node = this;
        for (String field : fields) {
            node = node.child(field);
        }
        return node;
    }

    private Node child(String field) {
        String below = path.isEmpty() ? field : path + "." + field;
        return new Node(
                below,
                value != null && value.isJsonObject() ? value.getAsJsonObject().get(field) : null);
    }

    public boolean exists() {
        return value != null && !value.isJsonNull();
    }

    public boolean is(String expected) {
        return text().filter(expected::equals).isPresent();
    }

    /** A scalar as text. */
    public Optional<String> text() {
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /** The elements of a list; none where there is no list. */
    public Stream<Node> each() {
        if (value == null || !value.isJsonArray()) {
            return Stream.of();
        }
        var list = value.getAsJsonArray();
        return IntStream.range(0, list.size()).mapToObj(i -> new Node(path + "[" + i + "]", list.get(i)));
    }

    /** The fields of an object, in order; none where there is no object. */
    public Map<String, Node> fields() {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (value != null && value.isJsonObject()) {
            value.getAsJsonObject().keySet().forEach(field -> fields.put(field, child(field)));
        }
        return fields;
    }
}
