package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Data may be only in the countries that are named, or in a group of them. A device is wherever its owner takes it. */
final class JurisdictionCheck implements Check {
    private final Policy policy;

    JurisdictionCheck(Policy policy) {
        this.policy = policy;
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        List<String> allowed = candidate.reading().workload().surroundings().jurisdictions();
        String country = candidate.quote().country();
        boolean device = candidate.quote().habitat().family() == Family.DEVICE;
        if (allowed.isEmpty() || device || allowed.stream().anyMatch(a -> covers(a, country))) {
            return Optional.empty();
        }
        return Failure.of(
                Constraint.JURISDICTION,
                country.isEmpty() ? "unknown country" : country,
                String.join(", ", allowed),
                country.isEmpty() ? "" : "passes if its data may be in " + country,
                "its data may not be there");
    }

    private boolean covers(String allowed, String country) {
        return allowed.equals(country)
                || policy.jurisdictions().getOrDefault(allowed, Set.of()).contains(country);
    }
}
