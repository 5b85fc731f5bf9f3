package dev.emplace.power.domain.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds one cycle in a directed graph, without recursion: a hostile chain may be very long. */
final class Cycle {
    private enum Mark {
        OPEN,
        DONE
    }

    private record Step(String id, Iterator<String> next) {}

    private final Function<String, List<String>> successors;
    private final Map<String, Mark> marks = new HashMap<>();

    private Cycle(Function<String, List<String>> successors) {
        this.successors = successors;
    }

    /** The ids along a cycle, its first id repeated at the end; empty if there is none. */
    static List<String> in(Collection<String> ids, Function<String, List<String>> successors) {
        Cycle search = new Cycle(successors);
        for (String id : new TreeSet<>(ids)) {
            List<String> cycle = search.from(id);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    private List<String> from(String start) {
        Deque<Step> path = new ArrayDeque<>();
        enter(start, path);
        while (!path.isEmpty()) {
            Step step = path.getLast();
            if (!step.next().hasNext()) {
                marks.put(step.id(), Mark.DONE);
                path.removeLast();
                continue;
            }
            String next = step.next().next();
            if (marks.get(next) == Mark.OPEN) {
                return close(path, next);
            }
            enter(next, path);
        }
        return List.of();
    }

    private void enter(String id, Deque<Step> path) {
        if (marks.putIfAbsent(id, Mark.OPEN) == null) {
            path.addLast(new Step(id, successors.apply(id).iterator()));
        }
    }

    private static List<String> close(Deque<Step> path, String repeated) {
        List<String> ids = new ArrayList<>(path.stream().map(Step::id).toList());
        List<String> cycle = new ArrayList<>(ids.subList(ids.indexOf(repeated), ids.size()));
        cycle.add(repeated);
        return cycle;
    }
}
