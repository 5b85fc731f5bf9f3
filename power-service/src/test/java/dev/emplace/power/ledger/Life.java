package dev.emplace.power.ledger;

import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.ReservationState;
import dev.emplace.power.domain.reservation.Transition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of a reservation: what may follow what, by whom, and when. */
final class Life {
    private Life() {}

    /** What is wrong with a change; empty if nothing is. */
    static Optional<String> fault(@Nullable Reservation before, Reservation after, Transition entry) {
        boolean asked = entry.request().isPresent();
        if (before == null) {
            return unless(asked && after.state() == ReservationState.PENDING, "begins as " + after.state());
        }
        String step = before.state() + " became " + after.state() + (asked ? "" : " by itself");
        boolean allowed = asked ? mayBeAsked(before, after, entry.at()) : endsByItself(before, after, entry.at());
        return unless(allowed, step);
    }

    private static boolean mayBeAsked(Reservation before, Reservation after, Instant at) {
        return switch (before.state()) {
            case PENDING ->
                isBefore(at, before.expires())
                        && (after.state() == ReservationState.PENDING
                                || after.state() == ReservationState.CONFIRMED
                                || after.state() == ReservationState.RELEASED);
            case CONFIRMED ->
                isBefore(at, before.leaseEnds())
                        && (after.state() == ReservationState.CONFIRMED || after.state() == ReservationState.RELEASED);
            case LAPSED -> after.state() == ReservationState.CONFIRMED || after.state() == ReservationState.RELEASED;
            case RELEASED, EXPIRED -> false;
        };
    }

    private static boolean endsByItself(Reservation before, Reservation after, Instant at) {
        boolean windowOver = !isBefore(at, before.demand().window().end());
        return switch (before.state()) {
            case PENDING ->
                after.state() == ReservationState.EXPIRED && (windowOver || !isBefore(at, before.expires()));
            case CONFIRMED ->
                windowOver
                        ? after.state() == ReservationState.RELEASED
                        : after.state() == ReservationState.LAPSED && !isBefore(at, before.leaseEnds());
            case LAPSED ->
                after.state() == ReservationState.RELEASED && (windowOver || wasSeenToEnd(before, after, at));
            case RELEASED, EXPIRED -> false;
        };
    }

    /** Its machines drew no more than idle for 5 minutes after it lapsed, and still did a minute ago. */
    private static boolean wasSeenToEnd(Reservation before, Reservation after, Instant at) {
        Instant lapsed = before.resolved().orElse(Instant.MAX);
        return after.quiet()
                .filter(run -> run.watts() <= run.idleWatts())
                .filter(run -> !run.until().isAfter(at) && !run.until().isBefore(at.minusSeconds(60)))
                .filter(run -> !run.since().plusSeconds(300).isAfter(run.until()))
                .filter(run -> !lapsed.plusSeconds(300).isAfter(run.until()))
                .isPresent();
    }

    static Optional<Instant> leaseOf(Reservation held) {
        return held.state() == ReservationState.CONFIRMED ? held.leaseEnds() : Optional.empty();
    }

    private static boolean isBefore(Instant at, Optional<Instant> limit) {
        return limit.isEmpty() || at.isBefore(limit.get());
    }

    private static Optional<String> unless(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }
}
