package dev.emplace.workload.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two policies differ in, each difference in a line that begins with its path. */
public final class PolicyDifference {
    /** What a line may have: a value that changed may be of any length. */
    static final int LONGEST_LINE = 500;

    private final List<String> lines = new ArrayList<>();

    private PolicyDifference() {}

    public static List<String> of(Policy before, Policy after) {
        PolicyDifference difference = new PolicyDifference();
        difference.values(
                Map.of("abstain_below", before.abstainBelow(), "question", before.fallbackQuestion()),
                Map.of("abstain_below", after.abstainBelow(), "question", after.fallbackQuestion()),
                "");
        difference.values(before.numbers(), after.numbers(), "numbers.");
        difference.values(before.jurisdictions(), after.jurisdictions(), "jurisdictions.");
        difference.values(before.classes(), after.classes(), "classes.");
        difference.values(
                named(before.evidence(), EvidenceRule::id), named(after.evidence(), EvidenceRule::id), "evidence.");
        difference.values(
                named(before.decisions(), Decision::id), named(after.decisions(), Decision::id), "decisions.");
        difference.order(ids(before), ids(after));
        difference.values(
                named(before.models(), model -> model.names().get(0)),
                named(after.models(), model -> model.names().get(0)),
                "models.");
        return List.copyOf(difference.lines);
    }

    private static <T> Map<String, T> named(List<T> values, Function<T, String> name) {
        return values.stream().collect(Collectors.toMap(name, Function.identity(), (first, second) -> second));
    }

    private static List<String> ids(Policy policy) {
        return policy.decisions().stream().map(Decision::id).toList();
    }

    /** The precedence is an order, so moving a decision changes it though no decision changes. */
    private void order(List<String> before, List<String> after) {
        List<String> stayed = before.stream().filter(after::contains).toList();
        List<String> now = after.stream().filter(before::contains).toList();
        if (!stayed.equals(now)) {
            add("decisions: " + stayed + " -> " + now);
        }
    }

    private void values(Map<?, ?> before, Map<?, ?> after, String path) {
        Map<String, Object> was = text(before);
        Map<String, Object> is = text(after);
        TreeSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            Object old = was.get(key);
            Object now = is.get(key);
            if (!Objects.equals(old, now)) {
                add(path + key + ": " + shown(old) + " -> " + shown(now));
            }
        }
    }

    private void add(String line) {
        lines.add(line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…");
    }

    private static Map<String, Object> text(Map<?, ?> values) {
        Map<String, Object> named = new TreeMap<>();
        values.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "none" : value instanceof Set<?> set ? new TreeSet<>(set).toString() : value.toString();
    }
}
