package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.manifest.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of the policy file together with its path, so that every complaint can say where. */
record PolicyNode(Node node, String path) {

    InvalidPolicyException wrong(String problem) {
        return new InvalidPolicyException(path, node.line(), problem);
    }

    private Node.Mapping mapping() {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw wrong("must be a mapping");
    }

    boolean has(String key) {
        return mapping().has(key);
    }

    /** Refuses keys that nothing reads: a misspelt key would be a rule that silently does not hold. */
    PolicyNode only(Set<String> known) {
        for (Node.Entry entry : mapping().entries()) {
            if (!known.contains(entry.key())) {
                throw new InvalidPolicyException(
                        child(entry.key()),
                        entry.line(),
                        "is unknown here; known are " + known.stream().sorted().toList());
            }
        }
        return this;
    }

    PolicyNode at(String key) {
        Node value = mapping().get(key);
        if (value == null) {
            throw wrong("lacks " + key);
        }
        return new PolicyNode(value, child(key));
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    List<PolicyNode> items() {
        if (!(node instanceof Node.Sequence sequence)) {
            throw wrong("must be a list");
        }
        List<PolicyNode> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(new PolicyNode(sequence.items().get(i), path + "[" + i + "]"));
        }
        return items;
    }

    List<PolicyNode> items(String key) {
        return has(key) ? at(key).items() : List.of();
    }

    List<PolicyNode> entries() {
        return mapping().entries().stream()
                .map(entry -> new PolicyNode(entry.value(), child(entry.key())))
                .toList();
    }

    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    String text() {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        throw wrong("must be a text");
    }

    String text(String key, String otherwise) {
        return has(key) ? at(key).text() : otherwise;
    }

    double number(double least, double most) {
        double value;
        try {
            value = Double.parseDouble(text());
        } catch (NumberFormatException notANumber) {
            throw wrong("must be a number, not '" + text() + "'");
        }
        // Written so that NaN fails too.
        if (!(value >= least && value <= most)) {
            throw wrong("must lie from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        return constant(type, text());
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) {
        @Nullable
        E found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw wrong("must be one of " + Arrays.toString(type.getEnumConstants()) + ", not '" + name + "'");
        }
        return found;
    }
}
