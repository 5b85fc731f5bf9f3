package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Family;
import java.util.Optional;

/** Only the device itself works without a network. */
final class OfflineCheck implements Check {
    @Override
    public Optional<Failure> of(Candidate candidate) {
        boolean must =
                candidate.reading().workload().surroundings().mustWorkOffline().orElse(false);
        if (!must || candidate.quote().habitat().family() == Family.DEVICE) {
            return Optional.empty();
        }
        return Failure.of(
                Constraint.OFFLINE,
                "needs a network",
                "works without a network",
                "passes if must_work_offline is false",
                "it must work without a network, and this place is reached by one");
    }
}
