package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that a place may not break, the most fundamental first. */
final class HardConstraints {
    private final List<Check> checks;

    HardConstraints(Policy policy, PlanRequest request, Usual usual) {
        Constraints constraints = request.constraints();
        this.checks = Stream.of(
                        new ProviderCheck(constraints),
                        new JurisdictionCheck(policy),
                        new ResidenceCheck(),
                        new OfflineCheck(),
                        new DeviceCheck(),
                        new LatencyCheck(Network.of(policy)),
                        new FabricCheck(),
                        new ScaleCheck(),
                        new QuotaCheck(constraints),
                        new PowerCheck(),
                        new PreemptionCheck(),
                        new DeadlineCheck(request.schedule()),
                        new CommitmentCheck(constraints, usual),
                        new BudgetCheck(constraints),
                        new MonthlyBudgetCheck(constraints))
                .map(Check.class::cast)
                .toList();
    }

    /** All that a candidate breaks, so that the change that is named for it takes away all of it. */
    List<Failure> failures(Candidate candidate) {
        return checks.stream()
                .map(check -> check.of(candidate))
                .flatMap(Optional::stream)
                .toList();
    }
}
