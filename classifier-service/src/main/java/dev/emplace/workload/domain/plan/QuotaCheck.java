package dev.emplace.workload.domain.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** No more accelerators than a provider grants, and none where it has none. */
final class QuotaCheck implements Check {
    private final List<Quota> quotas;

    QuotaCheck(Constraints constraints) {
        this.quotas = constraints.quotas();
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        int taken = candidate.taken();
        return quotas.stream()
                .filter(quota -> quota.concerns(candidate.quote()) && quota.most() < taken)
                .min(Comparator.comparingInt(Quota::most))
                .flatMap(tightest -> failure(candidate, taken, tightest));
    }

    private static Optional<Failure> failure(Candidate candidate, int taken, Quota quota) {
        String raise = "passes with a quota of " + taken + " at " + quota.where();
        // Fewer replicas may still take the same machines.
        boolean wholeMachines = taken > candidate.footprint().accelerators();
        return Failure.of(
                Constraint.QUOTA,
                taken + " accelerators",
                quota.most() == 0 ? "out of stock at " + quota.where() : quota.most() + " at " + quota.where(),
                wholeMachines ? raise : candidate.fewerOr(quota.most(), raise),
                quota.most() == 0 ? "it is out of stock" : "the provider grants fewer",
                taken / Math.max(0.5, quota.most()));
    }
}
