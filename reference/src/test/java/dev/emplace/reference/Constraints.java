package dev.emplace.reference;

import build.buf.validate.EnumRules;
import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.OneofRules;
import build.buf.validate.Rule;
import build.buf.validate.ValidateProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The constraints of a field in words: what protovalidate holds a request against before a service sees it. */
final class Constraints {

    /** Rules in words; what stands for the value is the %s. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("min_len", "characters >= %s"),
            Map.entry("max_len", "characters <= %s"),
            Map.entry("len", "%s characters"),
            Map.entry("min_bytes", "bytes >= %s"),
            Map.entry("max_bytes", "bytes <= %s"),
            Map.entry("min_items", "entries >= %s"),
            Map.entry("max_items", "entries <= %s"),
            Map.entry("min_pairs", "entries >= %s"),
            Map.entry("max_pairs", "entries <= %s"),
            Map.entry("gte", ">= %s"),
            Map.entry("gt", "> %s"),
            Map.entry("lte", "<= %s"),
            Map.entry("lt", "< %s"),
            Map.entry("const", "%s"),
            Map.entry("in", "one of %s"),
            Map.entry("not_in", "not %s"),
            Map.entry("pattern", "matches `%s`"),
            Map.entry("cel", "%s"),
            Map.entry("items", "each %s"),
            Map.entry("keys", "each key %s"),
            Map.entry("values", "each value %s"));

    /** Rules that are on or off. */
    private static final Map<String, String> FLAGS = Map.of(
            "required", "required",
            "uuid", "a UUID",
            "unique", "no entry twice",
            "defined_only", "a defined value",
            "finite", "finite",
            "email", "an email address",
            "hostname", "a host name",
            "uri", "a URI");

    private final FieldDescriptor field;

    private Constraints(FieldDescriptor field) {
        this.field = field;
    }

    static String of(FieldDescriptor field) {
        return new Constraints(field).words();
    }

    private String words() {
        List<String> words = new ArrayList<>();
        if (field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).contains(FieldBehavior.REQUIRED)) {
            words.add("required");
        }
        words.addAll(rules(field.getOptions().getExtension(ValidateProto.field)));
        return words.stream().distinct().collect(Collectors.joining(", "));
    }

    static boolean required(OneofDescriptor choice) {
        OneofRules rules = choice.getOptions().getExtension(ValidateProto.oneof);
        return rules.getRequired();
    }

    private List<String> rules(Message rules) {
        List<String> words = new ArrayList<>();
        rules.getAllFields().forEach((rule, value) -> words.addAll(rule(rule, value)));
        return words;
    }

    private List<String> rule(FieldDescriptor rule, Object value) {
        String flag = FLAGS.get(rule.getName());
        if (flag != null) {
            return Boolean.TRUE.equals(value) ? List.of(flag) : List.of();
        }
        if (value == Ignore.IGNORE_IF_ZERO_VALUE.getValueDescriptor()) {
            return List.of("or left out");
        }
        if (value instanceof Message type && rule.getContainingOneof() != null && !WORDS.containsKey(rule.getName())) {
            return rules(type);
        }
        // A kind of rule that no contract had when this was written: better its own name than nothing.
        String words = WORDS.getOrDefault(rule.getName(), rule.getName() + " %s");
        return List.of(words.formatted(
                value instanceof FieldRules inner ? String.join(" and ", rules(inner)) : value(rule, value)));
    }

    private String value(FieldDescriptor rule, Object value) {
        if (value instanceof List<?> values) {
            return values.stream().map(one -> value(rule, one)).collect(Collectors.joining(", "));
        }
        if (rule.getContainingType() == EnumRules.getDescriptor()) {
            return Markdown.code(field.getEnumType()
                    .findValueByNumberCreatingIfUnknown((Integer) value)
                    .getName());
        }
        if (value instanceof Duration duration) {
            return Durations.toString(duration);
        }
        if (value instanceof Rule expression) {
            return expression.getMessage();
        }
        return value instanceof ByteString bytes
                ? bytes.toStringUtf8()
                : String.valueOf(value).strip();
    }
}
