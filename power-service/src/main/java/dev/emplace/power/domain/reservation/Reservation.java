package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.draw.DrawEstimate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Power and cooling held for a load.
 *
 * @param id unique in the site for good: a restored database does not give it to another one
 * @param held the racks and watts that it holds, or held
 * @param draw the estimate that it was made from; empty for a load in watts
 * @param token of its last change
 * @param expires until when it must be confirmed; empty once it is resolved
 */
public record Reservation(
        String id,
        ReservationState state,
        Demand demand,
        List<RackLoad> held,
        Optional<DrawEstimate> draw,
        Token token,
        String holder,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> resolved) {
    public Reservation {
        held = List.copyOf(held);
        if ((state == ReservationState.PENDING) != expires.isPresent()) {
            throw new IllegalArgumentException("a reservation has an expiry just while it is pending");
        }
    }

    /** An id that no other reservation of the site ever has. */
    static String idOf(Token created) {
        return "r" + created.epoch() + "-" + created.revision();
    }

    Reservation resolve(ReservationState outcome, Instant at, Token changed) {
        return new Reservation(
                id, outcome, demand, held, draw, changed, holder, created, Optional.empty(), Optional.of(at));
    }

    public long heldWatts() {
        return held.stream().mapToLong(RackLoad::watts).sum();
    }

    public Span span() {
        return demand.window().at(created);
    }

    /** When it ends by itself: unconfirmed, or with its window. */
    Optional<Instant> due() {
        Optional<Instant> end = demand.window().end();
        return expires.map(expiry -> end.filter(expiry::isAfter).orElse(expiry)).or(() -> end);
    }
}
