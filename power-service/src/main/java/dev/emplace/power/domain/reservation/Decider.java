package dev.emplace.power.domain.reservation;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placement;
import dev.emplace.power.domain.capacity.Placement.Placed;
import dev.emplace.power.domain.capacity.Placement.Refused;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.metering.QuietRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides commands about reservations against a ledger that is up to date; a refusal is thrown as what it is. */
final class Decider {
    /** Future start times that one site keeps apart: each costs a copy of its loads. */
    static final int MOST_STARTS = 128;

    private final DrawModel draws;
    private final String site;
    private final Ledger ledger;
    private final Function<String, Optional<Reservation>> archive;

    Decider(DrawModel draws, String site, Ledger ledger, Function<String, Optional<Reservation>> archive) {
        this.draws = draws;
        this.site = site;
        this.ledger = ledger;
        this.archive = archive;
    }

    Change.OfReservation create(Command.Create command, Instant now, Token token) {
        Demand demand = command.demand();
        Span span = checked(demand.window(), now);
        checkCaller(command.holder(), command.caller());
        Placed placed = place(demand, span, List.of());
        Usage asked = Usage.of(demand.load(), watts(placed.loads()));
        checkQuota(command.holder(), asked, span, Optional.empty());
        Reservation reservation = new Reservation(
                Reservation.idOf(token),
                ReservationState.PENDING,
                demand,
                placed.loads(),
                draw(demand.load(), placed.loads()),
                token,
                command.holder(),
                now,
                Optional.of(now.plus(command.ttl())),
                Optional.empty(),
                Optional.empty());
        return new Change.OfReservation(reservation, placed.next(), command.payload());
    }

    private void checkCaller(String holder, Optional<String> asking) {
        String tenant = Quota.tenantOf(holder);
        Optional<Quota> quota = ledger.quotas().of(tenant);
        asking.filter(caller -> quota.filter(limit -> !limit.admits(caller)).isPresent())
                .ifPresent(caller -> {
                    throw new NotYourTenantException(site, tenant, caller);
                });
    }

    private void checkQuota(String holder, Usage asked, Span span, Optional<String> replaced) {
        String tenant = Quota.tenantOf(holder);
        ledger.quotas()
                .of(tenant)
                .flatMap(quota -> ledger.tenants().exceeded(quota, tenant, asked, span, replaced))
                .ifPresent(exceeded -> {
                    throw new QuotaExceededException(site, tenant, exceeded);
                });
    }

    private static long watts(List<RackLoad> loads) {
        return loads.stream().mapToLong(RackLoad::watts).sum();
    }

    Change.OfQuotas quotas(Command.SetQuotas command, Token token) {
        EtagMismatchException.check(command.etag(), ledger.quotas().token().etag());
        return new Change.OfQuotas(ledger.site(), new Quotas(command.quotas(), token));
    }

    private Span checked(Window window, Instant now) {
        Span span = window.at(now);
        if (span.endsBy(span.start())) {
            throw new InvalidFieldException(
                    "demand.window.end_time",
                    "is " + window.end().orElseThrow() + ", not after the start of the window, " + span.start());
        }
        if (span.start().isAfter(now) && ledger.calendar().starts() >= MOST_STARTS) {
            throw new InvalidFieldException(
                    "demand.window.start_time",
                    "the site already keeps " + MOST_STARTS
                            + " different start times to come: take one of them, or start now");
        }
        return span;
    }

    /** Finds racks and takes the loads out again: they come back with the transition. What stands somewhere stays there. */
    private Placed place(Demand demand, Span span, List<RackLoad> standing) {
        List<LoadState> states = ledger.calendar().over(span);
        Placement placement = new Demands(draws).place(ledger.plant(), states, demand, standing);
        if (placement instanceof Placed placed) {
            states.forEach(state -> state.removeAll(placed.loads()));
            ledger.calendar().forget(span);
            return placed;
        }
        ledger.calendar().forget(span);
        throw new InsufficientCapacityException(site, (Refused) placement);
    }

    private Optional<DrawEstimate> draw(Load load, List<RackLoad> held) {
        return load instanceof Load.OfWorkload of
                ? Optional.of(new Demands(draws).estimate(ledger.plant(), of.workload(), held))
                : Optional.empty();
    }

    Change.OfReservation confirm(Command.Confirm command, Instant now, Token token) {
        Reservation reservation = live(command.reservation(), "confirmed");
        EtagMismatchException.check(command.etag(), reservation.token().etag());
        if (reservation.state() != ReservationState.PENDING) {
            throw new ReservationResolvedException(reservation, "confirmed");
        }
        return changed(reservation.confirm(now, command.lease(), token));
    }

    Change.OfReservation renew(Command.Renew command, Instant now, Token token) {
        Reservation reservation = live(command.reservation(), "renewed");
        EtagMismatchException.check(command.etag(), reservation.token().etag());
        if (reservation.state() == ReservationState.PENDING) {
            throw new ReservationResolvedException(reservation, "renewed");
        }
        if (reservation.leaseEnds().isEmpty()) {
            throw new NoLeaseException(site, reservation.id());
        }
        return changed(reservation.renew(now, command.lease(), token));
    }

    Change.OfReservation resize(Command.Resize command, Instant now, Token token) {
        Reservation reservation = live(command.reservation(), "resized");
        EtagMismatchException.check(command.etag(), reservation.token().etag());
        if (reservation.state() == ReservationState.LAPSED) {
            throw new ReservationResolvedException(reservation, "resized");
        }
        String kind = reservation.demand().load().kind();
        if (!command.load().kind().equals(kind)) {
            throw new InvalidFieldException(
                    "load", "is a " + command.load().kind() + "; must be a " + kind + ", as the reservation is");
        }
        Placed placed = replace(reservation, command.load());
        Usage asked = Usage.of(command.load(), watts(placed.loads()));
        if (!asked.isWithin(Usage.of(reservation))) {
            checkCaller(reservation.holder(), command.caller());
            checkQuota(reservation.holder(), asked, reservation.span(), Optional.of(reservation.id()));
        }
        return new Change.OfReservation(
                reservation.resize(command.load(), placed.loads(), draw(command.load(), placed.loads()), now, token),
                placed.next());
    }

    /** Finds racks in the place of those that are held; the ledger is left as it was. */
    private Placed replace(Reservation reservation, Load load) {
        Calendar calendar = ledger.calendar();
        List<RackLoad> standing =
                reservation.held().stream().filter(calendar::hasRack).toList();
        calendar.free(reservation.id());
        try {
            Demand demand = reservation.demand();
            return place(new Demand(load, demand.window(), demand.survival()), reservation.span(), standing);
        } finally {
            calendar.hold(reservation.id(), reservation.span(), reservation.held());
        }
    }

    Change.OfReservation release(Command.Release command, Instant now, Token token) {
        Reservation reservation = live(command.reservation(), "released");
        EtagMismatchException.check(command.etag(), reservation.token().etag());
        return changed(reservation.release(now, token));
    }

    /** What time does to a reservation that is due. */
    static Change.OfReservation end(Reservation due, Instant now, Token token) {
        return changed(due.end(now, token));
    }

    /** What a meter does to one that lapsed. */
    static Change.OfReservation quiet(Reservation lapsed, QuietRun run, Instant now, Token token) {
        return changed(lapsed.fallQuiet(run, now, token));
    }

    private static Change.OfReservation changed(Reservation reservation) {
        return new Change.OfReservation(reservation, Optional.empty());
    }

    private Reservation live(String id, String wanted) {
        return ledger.live(id)
                .orElseThrow(() -> archive.apply(id)
                        .<RuntimeException>map(resolved -> new ReservationResolvedException(resolved, wanted))
                        .orElseGet(() -> new UnknownReservationException(site, id)));
    }
}
