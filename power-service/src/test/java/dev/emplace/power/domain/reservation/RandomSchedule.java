package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.topology.Curtailment;
import dev.emplace.power.domain.topology.Maintenance;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Schedule;
import dev.emplace.power.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Random times of a site, and of loads at it, over ten hours. */
final class RandomSchedule {
    static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final int HOURS = 10;

    private final Random random;

    RandomSchedule(Random random) {
        this.random = random;
    }

    Topology over(Topology topology) {
        List<String> nodes = topology.nodes().stream().map(PowerNode::id).toList();
        List<String> elements = Stream.concat(
                        nodes.stream(), topology.coolingUnits().stream().map(unit -> unit.id()))
                .toList();
        List<Maintenance> maintenance = new ArrayList<>();
        List<Curtailment> curtailments = new ArrayList<>();
        Map<String, Instant> arrivals = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Span open = span();
            maintenance.add(new Maintenance(any(elements), open.start(), end(open), random.nextBoolean()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Span open = span();
            curtailments.add(new Curtailment(any(nodes), open.start(), end(open), 5_000L + random.nextInt(100_000)));
        }
        if (random.nextBoolean()) {
            arrivals.put(any(elements), at(random.nextInt(HOURS)));
            arrivals.put(any(topology.rackGroups().stream().map(RackGroup::id).toList()), at(random.nextInt(HOURS)));
        }
        return topology.with(new Schedule(maintenance, curtailments, arrivals));
    }

    Span span() {
        int start = random.nextInt(HOURS);
        return new Span(at(start), Optional.of(at(start + 1 + random.nextInt(HOURS - start))));
    }

    static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static Instant end(Span span) {
        return span.end().orElseThrow();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
