package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The loads of a site over time.
 *
 * <p>Load only ever rises where something starts, and limits only change where the site does, so what matters to a
 * window is at its start, or at a start or a change within it: one state is kept for now and for each of these to come.
 */
final class Calendar {
    private final Timetable timetable;
    private final TreeMap<Instant, LoadState> states;
    private final Map<String, Entry> entries;

    private record Entry(Span span, List<RackLoad> loads) {}

    Calendar(Timetable timetable, Instant now) {
        this.timetable = timetable;
        this.states = new TreeMap<>(Map.of(now, LoadState.empty(timetable.at(now))));
        timetable.changesAfter(now).forEach(change -> states.put(change, LoadState.empty(timetable.at(change))));
        this.entries = new HashMap<>();
    }

    private Calendar(Calendar other) {
        this.timetable = other.timetable;
        this.states = new TreeMap<>();
        other.states.forEach((start, state) -> states.put(start, state.copy()));
        this.entries = new HashMap<>(other.entries);
    }

    Calendar copy() {
        return new Calendar(this);
    }

    /** The site as built by the time that the calendar has come to, with nothing out. */
    Plant plant() {
        return timetable.builtBy(states.firstKey());
    }

    boolean hasRack(RackLoad load) {
        return timetable.hasRack(load.group(), load.rack());
    }

    /** What one of them holds; nothing where it is not there. */
    List<RackLoad> loads(String id) {
        Entry entry = entries.get(id);
        return entry == null ? List.of() : entry.loads();
    }

    /** Holds loads over a span, whatever the limits say; racks that the site no longer has carry nothing. */
    void hold(String id, Span span, List<RackLoad> loads) {
        List<RackLoad> standing = loads.stream().filter(this::hasRack).toList();
        stateAt(span.start());
        entries.put(id, new Entry(span, standing));
        within(span).values().forEach(state -> state.addAll(standing));
    }

    /** Holds all that stands in a calendar that is empty yet: much faster than one after the other. */
    void holdAll(Collection<Reservation> standing) {
        // Before any entry is known: a state that begins takes out what has ended, and nothing is in yet.
        standing.forEach(reservation -> stateAt(reservation.span().start()));
        for (Reservation reservation : standing) {
            entries.put(
                    reservation.id(),
                    new Entry(
                            reservation.span(),
                            reservation.held().stream().filter(this::hasRack).toList()));
        }
        states.forEach((start, state) -> state.addAll(entries.values().stream()
                .filter(entry -> within(entry.span()).containsKey(start))
                .flatMap(entry -> entry.loads().stream())
                .sorted(Comparator.comparing(RackLoad::group))
                .toList()));
    }

    void free(String id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            within(entry.span()).values().forEach(state -> state.removeAll(entry.loads()));
            forgetUnless(entry.span().start());
        }
    }

    /** Moves on to a time by which everything that ended has been freed. */
    void advance(Instant now) {
        Map.Entry<Instant, LoadState> base = states.floorEntry(now);
        if (base != null) {
            states.headMap(now, true).clear();
            states.put(now, base.getValue());
        }
    }

    /** The states in which a load over that span must fit; the caller leaves no trial load in them. */
    List<LoadState> over(Span span) {
        stateAt(span.start());
        return List.copyOf(within(span).values());
    }

    /** Copies of these states, for the caller to fill; nothing else is copied, and the calendar stays as it is. */
    List<LoadState> copiesOver(Span span) {
        List<LoadState> copies = new ArrayList<>();
        startingAt(span.start()).ifPresent(copies::add);
        within(span).values().forEach(state -> copies.add(state.copy()));
        return copies;
    }

    /** When something starts or ends, or the site changes. */
    NavigableSet<Instant> changes() {
        NavigableSet<Instant> changes = new TreeSet<>(states.keySet());
        entries.values().forEach(entry -> entry.span().end().ifPresent(changes::add));
        return changes;
    }

    /** Drops the state that {@link #over} made for a span that was not held after all. */
    void forget(Span span) {
        forgetUnless(span.start());
    }

    /** Starts to come, which each cost memory and time. */
    int starts() {
        return states.size() - 1 - timetable.changesAfter(states.firstKey()).size();
    }

    private void forgetUnless(Instant start) {
        if (states.containsKey(start)
                && !start.equals(states.firstKey())
                && !timetable.changesAt(start)
                && entries.values().stream()
                        .noneMatch(entry -> entry.span().start().equals(start))) {
            states.remove(start);
        }
    }

    private NavigableMap<Instant, LoadState> within(Span span) {
        Instant first = states.firstKey();
        Instant start = span.start().isBefore(first) ? first : span.start();
        return span.end()
                .map(end -> end.isAfter(start)
                        ? states.subMap(start, true, end, false)
                        : states.subMap(start, true, start, false))
                .orElseGet(() -> states.tailMap(start, true));
    }

    private void stateAt(Instant start) {
        startingAt(start).ifPresent(state -> states.put(start, state));
    }

    /** The state from that time on, where none begins there: the one before it, without what has ended since. */
    private Optional<LoadState> startingAt(Instant start) {
        Map.Entry<Instant, LoadState> floor = states.floorEntry(start);
        if (floor == null || floor.getKey().equals(start)) {
            return Optional.empty();
        }
        LoadState state = floor.getValue().copy();
        for (Entry entry : entries.values()) {
            boolean runsAtFloor = !entry.span().start().isAfter(floor.getKey())
                    && !entry.span().endsBy(floor.getKey());
            if (runsAtFloor && entry.span().endsBy(start)) {
                state.removeAll(entry.loads());
            }
        }
        return Optional.of(state);
    }
}
