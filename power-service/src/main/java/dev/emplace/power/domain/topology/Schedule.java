package dev.emplace.power.domain.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a site's own times are: when something is out on purpose, limited, or not there yet.
 *
 * @param arrivals when nodes, cooling units and rack groups are there, by id; all others are there already
 */
public record Schedule(List<Maintenance> maintenance, List<Curtailment> curtailments, Map<String, Instant> arrivals) {
    public static final Schedule NONE = new Schedule(List.of(), List.of(), Map.of());

    public Schedule {
        maintenance = List.copyOf(maintenance);
        curtailments = List.copyOf(curtailments);
        arrivals = Map.copyOf(arrivals);
    }

    /** The same without its curtailments. */
    public Schedule uncurtailed() {
        return new Schedule(maintenance, List.of(), arrivals);
    }

    /** The times after that one at which the site changes by itself, in order. */
    public NavigableSet<Instant> changesAfter(Instant now) {
        NavigableSet<Instant> changes = new TreeSet<>(arrivals.values());
        Stream.concat(
                        maintenance.stream().flatMap(open -> Stream.of(open.start(), open.end())),
                        curtailments.stream().flatMap(open -> Stream.of(open.start(), open.end())))
                .forEach(changes::add);
        changes.removeIf(change -> !change.isAfter(now));
        return changes;
    }

    /** What holds at a time. */
    public Condition at(Instant time) {
        return Condition.of(
                maintenance.stream().filter(open -> open.isOpen(time)).toList(),
                curtailments.stream().filter(open -> open.isOpen(time)).toList(),
                notThereAt(time));
    }

    /** What has been built by a time, and nothing out. */
    public Condition builtBy(Instant time) {
        return Condition.of(List.of(), List.of(), notThereAt(time));
    }

    private List<String> notThereAt(Instant time) {
        return arrivals.entrySet().stream()
                .filter(arrival -> arrival.getValue().isAfter(time))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
