package dev.emplace.power.domain.topology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds at a site at one time, before anything fails.
 *
 * @param maintained elements that are out on purpose
 * @param missing elements and rack groups that are not there yet
 * @param limits watts by node that a curtailment allows
 * @param acceptsFailures whether no failure needs to be lived through meanwhile
 */
public record Condition(
        Set<String> maintained, Set<String> missing, Map<String, Long> limits, boolean acceptsFailures) {
    public static final Condition USUAL = new Condition(Set.of(), Set.of(), Map.of(), false);

    public Condition {
        maintained = Set.copyOf(maintained);
        missing = Set.copyOf(missing);
        limits = Map.copyOf(limits);
    }

    static Condition of(List<Maintenance> maintenance, List<Curtailment> curtailments, List<String> missing) {
        Map<String, Long> limits = new HashMap<>();
        curtailments.forEach(open -> limits.merge(open.node(), open.limitWatts(), Math::min));
        return new Condition(
                new TreeSet<>(maintenance.stream().map(Maintenance::element).toList()),
                new TreeSet<>(missing),
                limits,
                !maintenance.isEmpty() && maintenance.stream().allMatch(Maintenance::acceptsFailures));
    }

    /** Whether that element carries nothing. */
    public boolean isOut(String element) {
        return maintained.contains(element) || missing.contains(element);
    }

    /** Names what is out, limited or not there yet; empty if nothing is. */
    public String description() {
        return Stream.of(
                        named("maintenance of ", maintained, ""),
                        named("curtailment of ", limits.keySet(), ""),
                        named("", missing, " not there yet"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> named(String before, Set<String> ids, String after) {
        return ids.stream()
                .min(Comparator.naturalOrder())
                .map(first -> before + first + (ids.size() > 1 ? " and " + (ids.size() - 1) + " more" : "") + after);
    }
}
