package dev.emplace.pricing.ingest.bundled;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping that knows its line, so that whatever is wrong with it can be found. */
final class Entry {

    private static final String MAPPING = "a mapping of keys to values";

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    Entry(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "expected " + MAPPING);
        }
        for (var pair : mapping.getValue()) {
            if (values.put(scalar(pair.getKeyNode(), "key"), pair.getValueNode()) != null) {
                throw error(pair.getKeyNode(), "the key '" + scalar(pair.getKeyNode(), "key") + "' stands here twice");
            }
        }
    }

    /** Refuses any other key: a misspelt one would else be ignored in silence. */
    Entry allowing(String... keys) {
        var allowed = Set.of(keys);
        values.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw error(value, "unknown key '" + key + "'; known are " + String.join(", ", keys));
            }
        });
        return this;
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return scalar(required(key), key);
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> scalar(value, key));
    }

    BigDecimal decimal(String key) {
        return number(required(key), key);
    }

    Optional<BigDecimal> optionalDecimal(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> number(value, key));
    }

    /** A decimal scaled to an integral unit, such as GiB to bytes. */
    OptionalLong optionalScaled(String key, long unit) {
        return optionalDecimal(key)
                .map(value -> OptionalLong.of(integral(key, value.multiply(BigDecimal.valueOf(unit)))))
                .orElse(OptionalLong.empty());
    }

    long scaled(String key, long unit) {
        return integral(key, decimal(key).multiply(BigDecimal.valueOf(unit)));
    }

    OptionalInt optionalInteger(String key) {
        return optionalDecimal(key)
                .map(value -> OptionalInt.of(Math.toIntExact(integral(key, value))))
                .orElse(OptionalInt.empty());
    }

    boolean flag(String key) {
        return optionalText(key).map(Boolean::parseBoolean).orElse(false);
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        var name = text(key).toUpperCase(Locale.ROOT);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw error(required(key), key + " is '" + name + "', but must be one of " + List.of(type.getEnumConstants()));
    }

    Entry entry(String key) {
        return new Entry(file, required(key));
    }

    Optional<Entry> optionalEntry(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> new Entry(file, value));
    }

    List<Entry> entries(String key) {
        return sequence(required(key), key).stream()
                .map(item -> new Entry(file, item))
                .toList();
    }

    List<String> texts(String key) {
        return sequence(required(key), key).stream()
                .map(item -> scalar(item, key))
                .toList();
    }

    List<BigDecimal> decimals(String key) {
        return sequence(required(key), key).stream()
                .map(item -> number(item, key))
                .toList();
    }

    /** What a key names among known things. */
    <T> T lookup(String key, Map<String, T> known) {
        var name = text(key);
        var found = known.get(name);
        if (found == null) {
            throw error(
                    required(key),
                    "there is no " + key + " '" + name + "'; known are " + String.join(", ", known.keySet()));
        }
        return found;
    }

    /** Builds something from this entry, and puts file and line before what it complains of. */
    <T> T build(Supplier<T> construction) {
        try {
            return construction.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException refused) {
            throw error(node, String.valueOf(refused.getMessage()));
        }
    }

    CatalogFileException error(String message) {
        return error(node, message);
    }

    private Node required(String key) {
        var value = values.get(key);
        if (value == null) {
            throw error(node, "the key '" + key + "' is missing");
        }
        return value;
    }

    private long integral(String key, BigDecimal value) {
        try {
            return value.longValueExact();
        } catch (ArithmeticException fraction) {
            throw error(
                    required(key), key + " is " + value.toPlainString() + " in its smallest unit, not a whole number");
        }
    }

    private BigDecimal number(Node value, String key) {
        var text = scalar(value, key);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw error(value, key + " is '" + text + "', but must be a number");
        }
    }

    private List<Node> sequence(Node value, String key) {
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(value, key + " must be a list");
    }

    private String scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(value, key + " must be a single value");
    }

    private CatalogFileException error(Node where, String message) {
        Mark mark = where.getStartMark();
        return new CatalogFileException(file, mark == null ? 0 : mark.getLine() + 1, message);
    }
}
