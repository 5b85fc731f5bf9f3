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
        int needed = candidate.footprint().accelerators();
        return quotas.stream()
                .filter(quota -> quota.concerns(candidate.quote()) && quota.most() < needed)
                .min(Comparator.comparingInt(Quota::most))
                .flatMap(tightest -> failure(candidate, needed, tightest));
    }

    private static Optional<Failure> failure(Candidate candidate, int needed, Quota quota) {
        String raise = "passes with a quota of " + needed + " at " + quota.where();
        return Failure.of(
                Constraint.QUOTA,
                needed + " accelerators",
                quota.most() == 0 ? "out of stock at " + quota.where() : quota.most() + " at " + quota.where(),
                candidate.fewerOr(quota.most(), raise),
                quota.most() == 0 ? "it is out of stock" : "the provider grants fewer",
                needed / Math.max(0.5, quota.most()));
    }
}
