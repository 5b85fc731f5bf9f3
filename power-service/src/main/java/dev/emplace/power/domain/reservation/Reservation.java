package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.metering.QuietRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Power and cooling held for a load.
 *
 * @param id unique in the site for good: a restored database does not give it to another one
 * @param held the racks and watts that it holds, or held
 * @param draw the estimate that it was made from; empty for a load in watts
 * @param token of its last change
 * @param expires until when it must be confirmed; empty once it is resolved
 * @param leaseEnds until when it must be renewed, or when it lapsed; empty for one that is held without a lease
 * @param resolved when it came to its state; empty while it is pending
 * @param quiet what was metered after it lapsed, and ended it; empty for one that ended otherwise, or has not
 * @param resized when it came to hold something else than at its creation; empty for never
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
        Optional<Instant> leaseEnds,
        Optional<Instant> resolved,
        Optional<QuietRun> quiet,
        Optional<Instant> resized) {
    public Reservation {
        held = List.copyOf(held);
        if ((state == ReservationState.PENDING) != expires.isPresent()) {
            throw new IllegalArgumentException("a reservation has an expiry just while it is pending");
        }
        if (state == ReservationState.LAPSED && leaseEnds.isEmpty()) {
            throw new IllegalArgumentException("only a lease lapses");
        }
        if (quiet.isPresent() && state != ReservationState.RELEASED) {
            throw new IllegalArgumentException("what was metered to be quiet is released");
        }
    }

    /** One that no meter ended, and that is as it was created. */
    public Reservation(
            String id,
            ReservationState state,
            Demand demand,
            List<RackLoad> held,
            Optional<DrawEstimate> draw,
            Token token,
            String holder,
            Instant created,
            Optional<Instant> expires,
            Optional<Instant> leaseEnds,
            Optional<Instant> resolved) {
        this(
                id,
                state,
                demand,
                held,
                draw,
                token,
                holder,
                created,
                expires,
                leaseEnds,
                resolved,
                Optional.empty(),
                Optional.empty());
    }

    /** An id that no other reservation of the site ever has. */
    static String idOf(Token created) {
        return "r" + created.epoch() + "-" + created.revision();
    }

    /** Whether this is how it was created, and nothing has changed it since. */
    public boolean isCreation() {
        return id.equals(idOf(token));
    }

    Reservation confirm(Instant at, Optional<Duration> lease, Token changed) {
        return resolve(ReservationState.CONFIRMED, lease.map(at::plus), at, changed);
    }

    /** One that lapsed is confirmed again. */
    Reservation renew(Instant at, Duration lease, Token changed) {
        Instant confirmed = state == ReservationState.CONFIRMED ? resolved.orElse(at) : at;
        return resolve(ReservationState.CONFIRMED, Optional.of(at.plus(lease)), confirmed, changed);
    }

    Reservation release(Instant at, Token changed) {
        return resolve(ReservationState.RELEASED, Optional.empty(), at, changed);
    }

    /** One that lapsed, and was seen to draw no more than idle since. */
    Reservation fallQuiet(QuietRun run, Instant at, Token changed) {
        return new Reservation(
                id,
                ReservationState.RELEASED,
                demand,
                held,
                draw,
                changed,
                holder,
                created,
                Optional.empty(),
                Optional.empty(),
                Optional.of(at),
                Optional.of(run),
                resized);
    }

    /** What time makes of one that is due: unconfirmed it expires, its window's end releases it, its lease lapses. */
    Reservation end(Instant at, Token changed) {
        if (state == ReservationState.PENDING) {
            return resolve(ReservationState.EXPIRED, Optional.empty(), at, changed);
        }
        return span().endsBy(at) ? release(at, changed) : resolve(ReservationState.LAPSED, leaseEnds, at, changed);
    }

    private Reservation resolve(ReservationState outcome, Optional<Instant> leaseEnds, Instant at, Token changed) {
        return new Reservation(
                id,
                outcome,
                demand,
                held,
                draw,
                changed,
                holder,
                created,
                Optional.empty(),
                leaseEnds,
                Optional.of(at),
                Optional.empty(),
                resized);
    }

    /** The same for another load in its window. */
    Reservation resize(Load load, List<RackLoad> held, Optional<DrawEstimate> draw, Instant at, Token changed) {
        return new Reservation(
                id,
                state,
                new Demand(load, demand.window(), demand.survival()),
                held,
                draw,
                changed,
                holder,
                created,
                expires,
                leaseEnds,
                resolved,
                quiet,
                Optional.of(at));
    }

    /** Since when it holds what it holds: what was metered before is of something else. */
    Instant holdsSince() {
        return resized.orElse(created);
    }

    public long heldWatts() {
        return held.stream().mapToLong(RackLoad::watts).sum();
    }

    public Span span() {
        return demand.window().at(created);
    }

    /** Since when it is lapsed; empty for one that is not. */
    Optional<Instant> lapsed() {
        return state == ReservationState.LAPSED ? resolved : Optional.empty();
    }

    /** When time changes it: unconfirmed, with its lease, or with its window. */
    Optional<Instant> due() {
        Optional<Instant> lease = state == ReservationState.LAPSED ? Optional.empty() : leaseEnds;
        return Stream.of(expires, lease, demand.window().end())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
