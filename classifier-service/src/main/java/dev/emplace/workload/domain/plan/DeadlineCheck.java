package dev.emplace.workload.domain.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Work that ends must be done by its deadline, what interruptions take included. */
final class DeadlineCheck implements Check {
    private final Optional<Schedule> schedule;

    DeadlineCheck(Optional<Schedule> schedule) {
        this.schedule = schedule;
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        return schedule.flatMap(stated -> stated.deadline()
                .flatMap(by -> candidate
                        .completion()
                        .filter(done -> done.end().isAfter(by))
                        .flatMap(done -> failure(candidate, done, stated.start(), by))));
    }

    private static Optional<Failure> failure(Candidate candidate, Completion done, Instant start, Instant by) {
        return Failure.of(
                Constraint.DEADLINE,
                "done " + done.end() + ", " + Show.span(Duration.between(by, done.end())) + " late",
                by.toString(),
                "fits with a deadline of " + done.end() + otherwise(candidate, done, by),
                why(done, start, by),
                (double) seconds(start, done.end()) / Math.max(1, seconds(start, by)));
    }

    private static String why(Completion done, Instant start, Instant by) {
        if (!done.uninterrupted().isAfter(by)) {
            return "interruptions of spot machines take " + Show.span(done.rework()) + ", and make it late";
        }
        return done.begin().isAfter(start)
                ? "its machines are there from " + done.begin() + " on, and it takes "
                        + Show.span(done.work().plus(done.rework()))
                : "it takes " + Show.span(done.work().plus(done.rework()))
                        + ", longer than there is until the deadline";
    }

    private static String otherwise(Candidate candidate, Completion done, Instant by) {
        if (!done.uninterrupted().isAfter(by)) {
            return ", or on demand, where nothing interrupts it: done " + done.uninterrupted();
        }
        Duration left = Duration.between(done.begin(), by);
        // More machines are interrupted more often, so of spot there is no telling.
        String faster = left.isNegative() || left.isZero() || !done.rework().isZero()
                ? ""
                : candidate.faster((double) done.work().toSeconds() / Math.max(1, left.toSeconds()));
        return faster.isEmpty()
                ? ""
                : ", or with a duration of " + Show.floor(left.toSeconds() / 3_600.0, 2) + " h: what " + faster
                        + " would take, if it scales with them";
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
