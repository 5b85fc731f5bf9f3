package dev.emplace.replay.trace;

import dev.emplace.replay.domain.Span;
import dev.emplace.replay.domain.Workload;
import java.util.List;

/**
 * A trace as workloads, in the order of their starts, before a seed binds some of them to places.
 *
 * @param notes what was left out or cut, for the report
 */
public record RawTrace(String name, List<Workload> workloads, Span span, List<String> notes) {

    public RawTrace {
        workloads = List.copyOf(workloads);
        notes = List.copyOf(notes);
    }
}
