package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Family;
import java.util.Optional;

/** A device serves only where it stands: cheap, but no place for work that others reach over a network. */
final class DeviceCheck implements Check {
    /** What makes the edge the right place. */
    static final String CHANGE = "passes if it must work offline, or if its data may not leave where it arises";

    @Override
    public Optional<Failure> of(Candidate candidate) {
        boolean device = candidate.quote().habitat().family() == Family.DEVICE;
        boolean edgeInQuestion = !candidate.reading().edge().isEmpty();
        return !device || edgeInQuestion
                ? Optional.empty()
                : Failure.of(
                        Constraint.DEVICE,
                        "0 reasons for the edge",
                        "1 reason",
                        CHANGE,
                        "nothing binds it to where its data arises, and a device serves only there");
    }
}
