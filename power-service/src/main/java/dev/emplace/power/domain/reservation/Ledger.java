package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.capacity.Timetable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a site holds, in memory: rebuilt from the journal, and brought up to date by its transitions. Not thread-safe;
 * a batch that fails leaves it to be thrown away.
 */
final class Ledger {
    private record Due(Instant at, String reservation) {
        static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::reservation);

        static Due lastOf(Instant time) {
            return new Due(time, Character.toString(Character.MAX_VALUE));
        }
    }

    private final Map<String, Reservation> live = new HashMap<>();
    private final TreeSet<Due> due = new TreeSet<>(Due.ORDER);
    private final TreeSet<Due> lapsed = new TreeSet<>(Due.ORDER);
    private final Map<ReservationState, Integer> counts = new EnumMap<>(ReservationState.class);
    private final Tenants tenants = new Tenants();
    private Quotas quotas;
    private Site site;
    private Calendar calendar;
    private Token token;
    private Instant now;

    Ledger(Site site, Collection<Reservation> live, Quotas quotas, Token token, Instant now) {
        this.quotas = quotas;
        this.site = site;
        this.calendar = new Calendar(Timetable.of(site.topology()), now);
        this.token = token;
        this.now = now;
        calendar.holdAll(live);
        live.forEach(this::keep);
    }

    Site site() {
        return site;
    }

    Plant plant() {
        return calendar.plant();
    }

    Calendar calendar() {
        return calendar;
    }

    long revision() {
        return token.revision();
    }

    /** Whether the journal may go on from here: not if the database was restored or promoted in between. */
    boolean leadsTo(Token head) {
        return token.epoch() == head.epoch() && token.revision() <= head.revision();
    }

    Optional<Reservation> live(String id) {
        return Optional.ofNullable(live.get(id));
    }

    Collection<Reservation> live() {
        return List.copyOf(live.values());
    }

    Quotas quotas() {
        return quotas;
    }

    Tenants tenants() {
        return tenants;
    }

    /** How many of the live reservations there are in each state. */
    Map<ReservationState, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** When the next reservation ends by itself. */
    Optional<Instant> nextDue() {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.first().at());
    }

    /** Reservations that have ended by themselves by that time, those first that ended first. */
    List<Reservation> due(Instant time) {
        return due.headSet(Due.lastOf(time), true).stream()
                .flatMap(entry -> live(entry.reservation()).stream())
                .toList();
    }

    /** Ids of reservations that have been lapsed since that time or longer. */
    List<String> lapsedBy(Instant time) {
        return lapsed.headSet(Due.lastOf(time), true).stream()
                .map(Due::reservation)
                .toList();
    }

    /** Moves on to a time by which every reservation that was due has been ended. */
    void advance(Instant time) {
        now = time;
        calendar.advance(time);
    }

    void apply(Transition transition) {
        Change change = transition.change();
        if (change instanceof Change.OfReservation of) {
            apply(of.reservation());
        } else if (change instanceof Change.OfSite of) {
            apply(of.site());
        } else if (change instanceof Change.OfQuotas of) {
            quotas = of.quotas();
        }
        token = transition.token();
    }

    private void apply(Reservation reservation) {
        Reservation known = live.remove(reservation.id());
        if (known != null) {
            known.due().ifPresent(at -> due.remove(new Due(at, known.id())));
            known.lapsed().ifPresent(at -> lapsed.remove(new Due(at, known.id())));
            counts.merge(known.state(), -1, Integer::sum);
            tenants.remove(known);
        }
        if (known != null
                && known.held().equals(reservation.held())
                && reservation.state().isLive()) {
            keep(reservation);
        } else if (known != null && reservation.state().isLive()) {
            calendar.free(known.id());
            put(reservation);
        } else if (known != null) {
            calendar.free(known.id());
        } else if (reservation.state().isLive()) {
            put(reservation);
        }
    }

    private void put(Reservation reservation) {
        calendar.hold(reservation.id(), reservation.span(), reservation.held());
        keep(reservation);
    }

    private void keep(Reservation reservation) {
        live.put(reservation.id(), reservation);
        counts.merge(reservation.state(), 1, Integer::sum);
        tenants.add(reservation, now);
        reservation.due().ifPresent(at -> due.add(new Due(at, reservation.id())));
        reservation.lapsed().ifPresent(at -> lapsed.add(new Due(at, reservation.id())));
    }

    private void apply(Site changed) {
        site = changed;
        calendar = new Calendar(Timetable.of(changed.topology()), now);
        calendar.holdAll(live.values());
    }
}
