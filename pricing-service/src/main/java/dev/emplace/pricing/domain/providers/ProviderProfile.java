package dev.emplace.pricing.domain.providers;

import java.util.List;
import java.util.Optional;

/** What documents say of a provider. What none says is absent: unknown, not none. */
public record ProviderProfile(
        Optional<MarketShare> marketShare,
        List<ProviderFact> strengths,
        List<ProviderFact> fabrics,
        List<ProviderFact> managedModels,
        List<ProviderFact> powerSources,
        Optional<Deployment> largestDeployment) {

    public static final ProviderProfile UNKNOWN =
            new ProviderProfile(Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public ProviderProfile {
        strengths = List.copyOf(strengths);
        fabrics = List.copyOf(fabrics);
        managedModels = List.copyOf(managedModels);
        powerSources = List.copyOf(powerSources);
    }
}
