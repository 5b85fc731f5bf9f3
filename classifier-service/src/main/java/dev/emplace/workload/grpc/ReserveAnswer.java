package dev.emplace.workload.grpc;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.ReservationOutcome;
import dev.emplace.api.workload.v1.ReservePlacementRequest;
import dev.emplace.api.workload.v1.ReservePlacementResponse;
import dev.emplace.workload.domain.plan.Placement;
import dev.emplace.workload.domain.plan.Plan;
import dev.emplace.workload.domain.plan.Rulebook;
import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.reserve.PowerHolds;
import dev.emplace.workload.domain.reserve.Reserved;
import dev.emplace.workload.domain.reserve.Reserving;
import dev.emplace.workload.domain.reserve.Wanted;
import dev.emplace.workload.rendering.Renderings;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Answers ReservePlacement. */
@Singleton
final class ReserveAnswer {
    private final RulesInForce rules;
    private final Planning planning;
    private final Reserving reserving;

    ReserveAnswer(RulesInForce rules, Planning planning, PowerHolds holds) {
        this.rules = rules;
        this.planning = planning;
        this.reserving = new Reserving(holds);
    }

    ReservePlacementResponse to(ReservePlacementRequest request) {
        Rulebook now = rules.rulebook();
        PlanPlacementRequest subject = request.getRequest();
        ReservedRecord record = new ReservedRecord(request);
        Reserved reserved = reserving.reserve(
                wanted(request),
                () -> planning.plan(now, subject),
                made -> record.written(response(now, subject, made.plan(), made.attempts())
                        .setOutcome(ReservationOutcome.RESERVATION_OUTCOME_RESERVED)
                        .setExplanation(holds(made.plan()))
                        .build()));
        if (reserved instanceof Reserved.Before before) {
            Reservation kept = reservation(before.held());
            return again(record.read(kept.getPayload()), withoutPayload(kept));
        }
        if (reserved instanceof Reserved.Holding holding) {
            return response(now, subject, holding.plan(), holding.attempts())
                    .setOutcome(ReservationOutcome.RESERVATION_OUTCOME_RESERVED)
                    .setExplanation(holds(holding.plan()))
                    .setReservation(withoutPayload(reservation(holding.held())))
                    .build();
        }
        if (reserved instanceof Reserved.NotOurs elsewhere) {
            return response(now, subject, elsewhere.plan(), elsewhere.attempts())
                    .setOutcome(ReservationOutcome.RESERVATION_OUTCOME_NOTHING_TO_RESERVE)
                    .setExplanation(elsewhere(elsewhere.plan()))
                    .build();
        }
        Reserved.NotPlaced nowhere = (Reserved.NotPlaced) reserved;
        return response(now, subject, nowhere.plan(), nowhere.attempts())
                .setOutcome(ReservationOutcome.RESERVATION_OUTCOME_NOT_PLACED)
                .setExplanation("nothing is held: " + nowhere.plan().summary())
                .build();
    }

    /** The first answer, with what became of the reservation since. */
    private static ReservePlacementResponse again(ReservePlacementResponse first, Reservation now) {
        ReservePlacementResponse.Builder answer =
                first.toBuilder().setReservation(now).setReplayed(true);
        if (now.getState() != ReservationState.RESERVATION_STATE_PENDING) {
            answer.setExplanation("this request came before; " + now.getName() + " is "
                    + now.getState().name().replace("RESERVATION_STATE_", "") + " now");
        }
        return answer.build();
    }

    private static ReservePlacementResponse.Builder response(
            Rulebook by, PlanPlacementRequest subject, Plan plan, int attempts) {
        var message = PlanMessages.of(plan, by.policy());
        return ReservePlacementResponse.newBuilder()
                .setPlan(message)
                .setAttemptCount(attempts)
                .addAllRenderings(Renderings.of(message, subject.getRenderingFormatsList()));
    }

    private static Wanted wanted(ReservePlacementRequest request) {
        return new Wanted(
                request.hasTtl() ? Optional.of(duration(request.getTtl())) : Optional.empty(),
                request.getHolder(),
                request.getRequestId());
    }

    private static java.time.Duration duration(Duration ttl) {
        return java.time.Duration.ofSeconds(ttl.getSeconds(), ttl.getNanos());
    }

    private static String holds(Plan plan) {
        Placement best = plan.placements().get(0);
        return "the power of " + best.footprint().accelerators() + " x "
                + best.quote().accelerator().displayName() + " is held at "
                + best.quote().site() + ": confirm it before it expires";
    }

    private static String elsewhere(Plan plan) {
        Placement best = plan.placements().get(0);
        String ours = plan.placements().stream()
                .filter(placement -> !placement.quote().site().isEmpty())
                .findFirst()
                .map(placement ->
                        "; the best site of our own is " + placement.quote().site() + ", number "
                                + (plan.placements().indexOf(placement) + 1))
                .orElse("");
        return "nothing is held: " + best.quote().offer() + " ranks first, whose power is "
                + best.quote().provider() + "'s" + ours;
    }

    private static Reservation reservation(PowerHolds.Held held) {
        return PlanMessages.original(held.original(), Reservation.class);
    }

    /** The payload is for a repeated call to find; its caller has the plan in the open. */
    private static Reservation withoutPayload(Reservation reservation) {
        return reservation.toBuilder().clearPayload().build();
    }
}
