package dev.emplace.workload.grpc;

import dev.emplace.api.pricing.v1.Interruptions;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.clients.Times;
import dev.emplace.workload.domain.plan.Interruptions.Checkpoints;
import dev.emplace.workload.domain.plan.Schedule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads when work begins, by when it must be done, and what interrupts it. */
final class ScheduleMessages {
    /** No exponents: a short text of them can stand for a number that fills the memory. */
    private static final Pattern PLAIN = Pattern.compile("\\d{1,2}(\\.\\d{1,9})?");

    private static final BigDecimal MOST_INTERRUPTIONS = BigDecimal.valueOf(60);

    private ScheduleMessages() {}

    /** Empty where nobody cares when. */
    static Optional<Schedule> schedule(PlanPlacementRequest request, Instant now) {
        boolean due = request.getConstraints().hasDeadline();
        if (!due && !request.hasStartTime()) {
            return Optional.empty();
        }
        Instant start =
                request.hasStartTime() ? Times.read(request.getStartTime()) : now.truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(new Schedule(start, due ? Optional.of(deadline(request, start)) : Optional.empty()));
    }

    private static Instant deadline(PlanPlacementRequest request, Instant start) {
        Instant deadline = Times.read(request.getConstraints().getDeadline());
        if (!deadline.isAfter(start)) {
            throw new InvalidFieldException(
                    "constraints.deadline",
                    "is " + deadline + ", and the work begins " + start + (request.hasStartTime() ? "" : ", now")
                            + ": must be later");
        }
        return deadline;
    }

    static dev.emplace.workload.domain.plan.Interruptions interruptions(Interruptions stated) {
        return new dev.emplace.workload.domain.plan.Interruptions(
                rate(stated.getMachineRatePerHour().getValue()),
                stated.getWithoutCheckpoints() ? withoutCheckpoints(stated) : Optional.of(checkpoints(stated)),
                Times.read(stated.getRestartDuration()),
                Times.read(stated.getWaitDuration()));
    }

    private static BigDecimal rate(String text) {
        BigDecimal rate = PLAIN.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
        if (rate.signum() <= 0 || rate.compareTo(MOST_INTERRUPTIONS) > 0) {
            throw new InvalidFieldException(
                    "interruptions.machine_rate_per_hour",
                    "is '" + text + "'; must be a plain decimal above 0 and at most 60, such as 0.05");
        }
        return rate;
    }

    private static Optional<Checkpoints> withoutCheckpoints(Interruptions stated) {
        if (stated.hasCheckpointInterval() || stated.hasCheckpointDuration()) {
            throw new InvalidFieldException(
                    "interruptions.without_checkpoints",
                    "is true; leave out checkpoint_interval and checkpoint_duration");
        }
        return Optional.empty();
    }

    private static Checkpoints checkpoints(Interruptions stated) {
        if (!stated.hasCheckpointDuration()) {
            throw new InvalidFieldException(
                    "interruptions.checkpoint_duration",
                    "is absent; say what writing a checkpoint takes, or that there are none: without_checkpoints");
        }
        return new Checkpoints(
                stated.hasCheckpointInterval()
                        ? Optional.of(Times.read(stated.getCheckpointInterval()))
                        : Optional.empty(),
                Times.read(stated.getCheckpointDuration()));
    }
}
