package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import java.time.Duration;
import java.util.Optional;

/**
 * What binds the owner for longer than the work lasts must be allowed, or be usual for work whose end nobody states. A machine that is bought
 * binds for its life as a reservation binds for its term.
 */
final class CommitmentCheck implements Check {
    private final Constraints constraints;
    private final Usual usual;

    CommitmentCheck(Constraints constraints, Usual usual) {
        this.constraints = constraints;
        this.usual = usual;
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        // A device that nothing binds to where its data arises is no place at all; once something does, it is usual.
        boolean nowhere = candidate.quote().habitat().family() == Family.DEVICE
                && candidate.reading().edge().isEmpty();
        Duration bound = candidate.quote().commitment();
        Optional<Duration> longest = constraints.longestCommitment();
        if (longest.isPresent()) {
            return nowhere || bound.compareTo(longest.get()) <= 0 ? Optional.empty() : beyond(bound, longest.get());
        }
        Duration work = candidate.term().duration();
        boolean allowed = constraints.allowCommitments().orElseGet(() -> usual(candidate));
        if (bound.compareTo(work) <= 0 || allowed || nowhere) {
            return Optional.empty();
        }
        return Failure.of(
                Constraint.COMMITMENT,
                Show.days(bound),
                Show.days(work),
                "passes with allow_commitments, or for " + Show.days(bound) + " of work",
                "it would bind the owner for longer than the work",
                (double) bound.toSeconds() / work.toSeconds());
    }

    /** The owner says for how long, whatever the work or its class. */
    private static Optional<Failure> beyond(Duration bound, Duration longest) {
        return Failure.of(
                Constraint.COMMITMENT,
                Show.days(bound),
                Show.days(longest),
                "passes with a maximum_commitment of " + Show.days(bound),
                "it binds the owner for longer than is accepted",
                (double) bound.toSeconds() / Math.max(1, longest.toSeconds()));
    }

    /** Work whose end is stated outlives no longer term, and a block is bought for given work. */
    private boolean usual(Candidate candidate) {
        Habitat place = candidate.quote().habitat();
        return !candidate.term().stated() && place.purchase() != Purchase.BLOCK && usual.covers(place);
    }
}
