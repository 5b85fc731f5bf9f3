package dev.emplace.power.ledger;

import dev.emplace.power.domain.capacity.NaiveSite;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The limits of a site under any single failure, now and whenever something that is held begins. */
public final class Limits {
    private final Topology site;
    private final List<String> failures = new ArrayList<>(List.of(""));

    public Limits(Topology site) {
        this.site = site;
        site.nodes().forEach(node -> failures.add(node.id()));
        site.coolingUnits().forEach(unit -> failures.add(unit.id()));
    }

    /** Which limits all that is held exceeds, as text. */
    List<String> exceeded(Collection<Reservation> live, Instant now) {
        TreeSet<Instant> times = new TreeSet<>(List.of(now));
        live.stream().map(held -> held.span().start()).filter(now::isBefore).forEach(times::add);
        List<String> found = new ArrayList<>();
        for (Instant time : times) {
            List<RackLoad> racks = racksAt(live, time);
            for (String failed : failures) {
                new NaiveSite(site, failed, racks).overloads().forEach(overload -> found.add(overload + " at " + time));
            }
        }
        return found;
    }

    private static List<RackLoad> racksAt(Collection<Reservation> live, Instant time) {
        return live.stream()
                .filter(held -> !held.span().start().isAfter(time))
                .filter(held ->
                        held.span().end().filter(end -> !end.isAfter(time)).isEmpty())
                .flatMap(held -> held.held().stream())
                .toList();
    }
}
