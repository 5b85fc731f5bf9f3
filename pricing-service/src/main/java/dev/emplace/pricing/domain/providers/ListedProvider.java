package dev.emplace.pricing.domain.providers;

import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.Region;
import java.util.Comparator;
import java.util.List;

/**
 * A provider with its regions and its profile.
 *
 * @param regions in order of their codes
 */
public record ListedProvider(Provider provider, List<Region> regions, ProviderProfile profile) {
    public ListedProvider {
        regions = regions.stream().sorted(Comparator.comparing(Region::code)).toList();
    }

    public String id() {
        return provider.id();
    }
}
