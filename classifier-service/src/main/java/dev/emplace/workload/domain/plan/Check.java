package dev.emplace.workload.domain.plan;

import java.util.Optional;

/** One hard constraint. */
@FunctionalInterface
interface Check {
    Optional<Failure> of(Candidate candidate);
}
