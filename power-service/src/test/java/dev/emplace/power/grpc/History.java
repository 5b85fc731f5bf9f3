package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.power.domain.capacity.NaiveSite;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What clients were told of the reservations of one site, in the order in which the site says that it happened. */
final class History {
    private final ConcurrentLinkedQueue<Reservation> acknowledged = new ConcurrentLinkedQueue<>();

    Reservation acknowledge(Reservation told) {
        acknowledged.add(told);
        return told;
    }

    int size() {
        return acknowledged.size();
    }

    /** The last that was told of each reservation, by name. */
    Map<String, Reservation> last() {
        return lastUntil(Long.MAX_VALUE);
    }

    /** The same, as of a revision of the site. */
    Map<String, Reservation> lastUntil(long revision) {
        Map<String, Reservation> last = new ConcurrentHashMap<>();
        acknowledged.stream()
                .filter(told -> revision(told) <= revision)
                .forEach(told -> last.merge(told.getName(), told, History::later));
        return last;
    }

    private static Reservation later(Reservation one, Reservation other) {
        return revision(one) >= revision(other) ? one : other;
    }

    private static long revision(Reservation told) {
        return told.getFencingToken().getRevision();
    }

    /** Every limit that was exceeded after any change, while anything was out or nothing: worked out from scratch. */
    List<String> overloads(Topology site, List<String> parts, String accelerator) {
        SortedSet<Long> revisions = new TreeSet<>();
        acknowledged.forEach(told -> revisions.add(revision(told)));
        List<String> found = new ArrayList<>();
        for (long revision : revisions) {
            List<RackLoad> racks = racksAt(revision, accelerator);
            Stream.concat(Stream.of(""), parts.stream())
                    .flatMap(failed -> new NaiveSite(site, failed, racks).overloads().stream())
                    .forEach(overload -> found.add("revision " + revision + ": " + overload));
        }
        return found;
    }

    private List<RackLoad> racksAt(long revision, String accelerator) {
        return lastUntil(revision).values().stream()
                .filter(History::holds)
                .flatMap(told ->
                        RackMessages.held(told.getHeldList(), accelerator, Survival.ANY_SINGLE_FAILURE).stream())
                .toList();
    }

    private static boolean holds(Reservation told) {
        return told.getState() == ReservationState.RESERVATION_STATE_PENDING
                || told.getState() == ReservationState.RESERVATION_STATE_CONFIRMED;
    }
}
