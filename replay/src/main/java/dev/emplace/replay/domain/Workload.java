package dev.emplace.replay.domain;

import java.util.Optional;

/**
 * One piece of work of a trace.
 *
 * @param id its name in the trace
 * @param tuple what it asks for, as a text: what is alike in it is taken to last alike
 * @param censored whether it had not ended when its span does
 */
public record Workload(String id, String tuple, Demand demand, Span runs, boolean censored) {

    /** The part that lies in a window. What goes on behind it is censored. */
    public Optional<Workload> within(Span window) {
        return runs.within(window)
                .map(part -> new Workload(id, tuple, demand, part, censored || part.to() < runs.to()));
    }
}
