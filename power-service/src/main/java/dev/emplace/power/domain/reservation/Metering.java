package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.MeteredPoint;
import dev.emplace.power.domain.draw.Workload;
import dev.emplace.power.domain.metering.Metered;
import dev.emplace.power.domain.metering.MeteredSubject;
import dev.emplace.power.domain.metering.Meters;
import dev.emplace.power.domain.metering.Reading;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What meters say of sites and their reservations, and what follows from it. */
public final class Metering {
    /** A load in watts is taken to be idle at or below so much of what it holds; of workloads the model says it. */
    private static final int IDLE_PERCENT = 10;

    private final SiteBook book;
    private final Archive archive;
    private final Meters meters;
    private final DrawModel draws;

    public Metering(SiteBook book, Archive archive, Meters meters, DrawModel draws) {
        this.book = book;
        this.archive = archive;
        this.meters = meters;
        this.draws = draws;
    }

    /** The database's time, by which readings are new or old. */
    public Instant now() {
        return meters.now();
    }

    /** A subject and what was metered of it. */
    public record Said(MeteredSubject subject, Metered metered) {}

    /**
     * What became of a report.
     *
     * @param kept how many were new: not older than what is known, and not of reservations that are over
     * @param excess kinds of the readings above what their reservation holds, or what their node carries without end
     */
    public record Reported(int kept, List<MeteredSubject.Kind> excess) {
        public Reported {
            excess = List.copyOf(excess);
        }
    }

    /**
     * Keeps what is new, all or none, and ends reservations that lapsed and have fallen quiet.
     *
     * @param readings one at most of each subject
     */
    public Reported report(String site, List<Said> readings) {
        SiteView view = book.site(site);
        Map<String, Reservation> known = archive.all(site, ids(readings, MeteredSubject.Kind.RESERVATION));
        check(view, known, readings);
        List<Reading> live =
                readings.stream().flatMap(said -> reading(said, known).stream()).toList();
        int kept = live.isEmpty() ? 0 : meters.keep(site, live);
        if (known.values().stream().anyMatch(reservation -> reservation.state() == ReservationState.LAPSED)) {
            book.refresh(site);
        }
        return new Reported(kept, excess(view, known, live));
    }

    private static List<MeteredSubject.Kind> excess(
            SiteView view, Map<String, Reservation> known, List<Reading> readings) {
        Map<String, Long> limits = view.site().topology().nodes().stream()
                .collect(Collectors.toMap(PowerNode::id, node -> node.rating().continuousWatts()));
        return readings.stream()
                .filter(reading -> reading.metered().watts() > most(reading.subject(), known, limits))
                .map(reading -> reading.subject().kind())
                .toList();
    }

    /** No limit for cooling units: what they may draw is told of what feeds them. */
    private static long most(MeteredSubject subject, Map<String, Reservation> known, Map<String, Long> limits) {
        return subject.kind() == MeteredSubject.Kind.NODE
                ? limits.getOrDefault(subject.id(), Long.MAX_VALUE)
                : Optional.ofNullable(known.get(subject.id()))
                        .map(Reservation::heldWatts)
                        .orElse(Long.MAX_VALUE);
    }

    private static void check(SiteView view, Map<String, Reservation> known, List<Said> readings) {
        String site = view.site().name();
        Set<String> elements = elements(view.site().topology());
        for (String id : ids(readings, MeteredSubject.Kind.NODE)) {
            if (!elements.contains(id)) {
                throw new UnknownNodeException(site, id);
            }
        }
        for (String id : ids(readings, MeteredSubject.Kind.RESERVATION)) {
            if (!known.containsKey(id)) {
                throw new UnknownReservationException(site, id);
            }
        }
    }

    private static Set<String> elements(Topology topology) {
        return Stream.concat(
                        topology.nodes().stream().map(PowerNode::id),
                        topology.coolingUnits().stream().map(CoolingUnit::id))
                .collect(Collectors.toSet());
    }

    private static List<String> ids(List<Said> readings, MeteredSubject.Kind kind) {
        return readings.stream()
                .map(Said::subject)
                .filter(subject -> subject.kind() == kind)
                .map(MeteredSubject::id)
                .toList();
    }

    private Optional<Reading> reading(Said said, Map<String, Reservation> known) {
        if (said.subject().kind() == MeteredSubject.Kind.NODE) {
            return Optional.of(new Reading(said.subject(), said.metered(), OptionalLong.empty()));
        }
        return Optional.of(said.subject().id())
                .map(known::get)
                .filter(reservation -> reservation.state().isLive())
                .map(reservation ->
                        new Reading(said.subject(), said.metered(), OptionalLong.of(idleWatts(reservation))));
    }

    /** At or below which a reservation's load does nothing: the upper end of what its machines draw idle. */
    long idleWatts(Reservation reservation) {
        return reservation.demand().load() instanceof Load.OfWorkload of
                ? draws.idle(of.workload()).p50High()
                : reservation.heldWatts() * IDLE_PERCENT / 100;
    }

    public Map<String, Metered> ofReservations(String site, List<String> ids) {
        return ids.isEmpty() ? Map.of() : meters.last(site, MeteredSubject.Kind.RESERVATION, ids);
    }

    public Map<String, Metered> ofNodes(String site, List<String> ids) {
        return ids.isEmpty() ? Map.of() : meters.last(site, MeteredSubject.Kind.NODE, ids);
    }

    /**
     * The point at which a reservation was metered; empty where it was not since it holds what it holds, or is not for a
     * workload that works.
     */
    public Optional<MeteredPoint> point(String site, Reservation reservation) {
        return Stream.of(reservation)
                .filter(metered -> metered.demand().load() instanceof Load.OfWorkload)
                .flatMap(metered -> ofReservations(site, List.of(metered.id())).values().stream()
                        .filter(said -> !said.start().isBefore(metered.holdsSince()))
                        .map(said -> point(site, metered, said)))
                .filter(MeteredPoint::isTelling)
                .findFirst();
    }

    private MeteredPoint point(String site, Reservation reservation, Metered said) {
        Workload workload = ((Load.OfWorkload) reservation.demand().load()).workload();
        long predicted = reservation.draw().map(DrawEstimate::p50).orElse(0L);
        return new MeteredPoint(
                workload,
                predicted,
                draws.idle(workload).p50(),
                said.watts(),
                "sites/" + site + "/reservations/" + reservation.id() + ", metered until " + said.end());
    }
}
