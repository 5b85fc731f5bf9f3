package dev.emplace.workload.domain.plan;

import java.util.Optional;

/** A provider must be allowed and not denied. */
final class ProviderCheck implements Check {
    private final Constraints constraints;

    ProviderCheck(Constraints constraints) {
        this.constraints = constraints;
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        String provider = candidate.quote().provider();
        boolean denied = constraints.deniedProviders().contains(provider);
        boolean allowed = constraints.allowedProviders().isEmpty()
                || constraints.allowedProviders().contains(provider);
        if (allowed && !denied) {
            return Optional.empty();
        }
        String take = "take " + provider + " off denied_providers";
        String give = "add " + provider + " to allowed_providers";
        return Failure.of(
                Constraint.PROVIDER,
                provider,
                denied
                        ? "not " + String.join(", ", constraints.deniedProviders())
                        : String.join(", ", constraints.allowedProviders()),
                "passes if you " + (denied ? take : "") + (denied && !allowed ? " and " : "") + (allowed ? "" : give),
                "the provider is " + (denied ? "denied" : "not among those allowed"));
    }
}
