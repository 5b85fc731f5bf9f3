package dev.emplace.replay.trace;

import java.util.Map;
import java.util.Set;

/**
 * What the trace's words for accelerators stand for, in the catalog's names.
 *
 * @param names the trace's words: T4, V100M32, and the stand-ins of what it does not disclose
 * @param any what serves where the trace asks for no kind
 */
public record AcceleratorKinds(Map<String, Set<String>> names, Set<String> any) {

    public AcceleratorKinds {
        names = Map.copyOf(names);
        any = Set.copyOf(any);
    }

    Set<String> named(String word) {
        Set<String> kinds = names.get(word);
        if (kinds == null) {
            throw new TraceException("gpu_spec names '" + word + "'; known are " + names.keySet());
        }
        return kinds;
    }
}
