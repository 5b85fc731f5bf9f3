package dev.emplace.pricing.domain.accelerators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every name that an accelerator goes by: marketing names, node labels, other catalogs' names, instance types.
 * Spelling is forgiving (case, spaces, underscores, a label's key before {@code =} do not matter), meaning is not:
 * a name shared by several accelerators stays ambiguous.
 */
public final class AliasTable {

    private static final int SUGGESTIONS = 3;
    private static final int LONGEST_NAME = 128;

    /** What AWS SageMaker puts before the names of EC2's instance types. */
    private static final String SAGEMAKER = "ml.";

    private final Map<String, Accelerator> byId = new TreeMap<>();
    private final Map<String, Resolution> byName = new HashMap<>();

    private AliasTable(Map<Accelerator, Collection<String>> names) {
        var meanings = new HashMap<String, TreeSet<String>>();
        names.forEach((accelerator, aliases) -> {
            byId.put(accelerator.id(), accelerator);
            aliases.forEach(alias -> meanings.computeIfAbsent(normalised(alias), key -> new TreeSet<>())
                    .add(accelerator.id()));
        });
        meanings.forEach((name, ids) -> byName.put(name, meaning(name, ids)));
        // A canonical id always means itself.
        byId.values().forEach(accelerator -> byName.put(accelerator.id(), new Resolution.Resolved(accelerator)));
    }

    /** A table over each accelerator's aliases; its id need not be among them. */
    public static AliasTable of(Map<Accelerator, Collection<String>> names) {
        return new AliasTable(names);
    }

    public Resolution resolve(String name) {
        var spelledRight = byName.get(name);
        var resolution = spelledRight != null ? spelledRight : byName.get(normalised(name));
        if (resolution == null) {
            return new Resolution.Unknown(name, nearest(normalised(name)));
        }
        return resolution instanceof Resolution.Ambiguous ambiguous
                ? new Resolution.Ambiguous(name, ambiguous.choices())
                : resolution;
    }

    /** All accelerators, by id. */
    public List<Accelerator> accelerators() {
        return List.copyOf(byId.values());
    }

    /** The names that mean this accelerator, alone or among others, sorted. */
    public List<String> namesOf(Accelerator accelerator) {
        return byName.entrySet().stream()
                .filter(entry -> means(entry.getValue(), accelerator))
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(accelerator.id()))
                .sorted()
                .toList();
    }

    private static boolean means(Resolution resolution, Accelerator accelerator) {
        if (resolution instanceof Resolution.Resolved resolved) {
            return resolved.accelerator().equals(accelerator);
        }
        return resolution instanceof Resolution.Ambiguous ambiguous
                && ambiguous.choices().contains(accelerator);
    }

    private Resolution meaning(String name, Collection<String> ids) {
        var accelerators = new ArrayList<Accelerator>();
        for (var id : ids) {
            var accelerator = byId.get(id);
            if (accelerator != null) {
                accelerators.add(accelerator);
            }
        }
        return accelerators.size() == 1
                ? new Resolution.Resolved(accelerators.get(0))
                : new Resolution.Ambiguous(name, accelerators);
    }

    private List<String> nearest(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return List.of();
        }
        var tolerance = Math.max(2, name.length() / 3);
        return byName.keySet().stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= tolerance)
                .map(candidate -> new Candidate(candidate, EditDistance.between(name, candidate)))
                .filter(candidate -> candidate.distance() <= tolerance)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(SUGGESTIONS)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    private static String normalised(String name) {
        var value = name.substring(name.lastIndexOf('=') + 1).strip().toLowerCase(Locale.ROOT);
        var type = value.startsWith(SAGEMAKER) ? value.substring(SAGEMAKER.length()) : value;
        return type.replaceAll("[\\s_/]+", "-");
    }
}
