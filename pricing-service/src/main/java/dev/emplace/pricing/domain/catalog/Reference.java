package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.places.Region;
import dev.emplace.pricing.domain.providers.ListedProvider;
import dev.emplace.pricing.domain.providers.ProviderDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What offers refer to: the accelerators with their names, and the providers with their regions. */
public final class Reference {

    private final AliasTable accelerators;
    private final ProviderDirectory providers;
    private final Map<String, Region> regions = new HashMap<>();

    public Reference(AliasTable accelerators, Collection<ListedProvider> providers) {
        this.accelerators = accelerators;
        this.providers = new ProviderDirectory(providers);
        providers.forEach(provider -> provider.regions().forEach(region -> regions.put(region.id(), region)));
    }

    public AliasTable accelerators() {
        return accelerators;
    }

    public ProviderDirectory providers() {
        return providers;
    }

    /** By the name across providers, such as {@code aws/us-east-1}. */
    public Optional<Region> region(String id) {
        return Optional.ofNullable(regions.get(id));
    }

    public Collection<Region> regions() {
        return regions.values();
    }
}
