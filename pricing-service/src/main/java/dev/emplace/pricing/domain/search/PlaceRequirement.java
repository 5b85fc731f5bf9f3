package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.places.Jurisdiction;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import java.util.Set;

/**
 * Where a machine may stand, and whose it may be. An empty set accepts all.
 *
 * @param regionCodes the providers' own codes
 * @param siteIds acceptable among the places that are sites of power-service; other places are not affected
 */
public record PlaceRequirement(
        Set<ProviderKind> kinds,
        Set<String> allowedProviders,
        Set<String> deniedProviders,
        Set<Jurisdiction> jurisdictions,
        Set<String> regionCodes,
        Set<String> siteIds) {

    public static final PlaceRequirement ANY =
            new PlaceRequirement(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public PlaceRequirement {
        kinds = Set.copyOf(kinds);
        allowedProviders = Set.copyOf(allowedProviders);
        deniedProviders = Set.copyOf(deniedProviders);
        jurisdictions = Set.copyOf(jurisdictions);
        regionCodes = Set.copyOf(regionCodes);
        siteIds = Set.copyOf(siteIds);
    }

    public boolean admits(Region region) {
        var provider = region.provider();
        return accepts(kinds, provider.kind())
                && accepts(allowedProviders, provider.id())
                && !deniedProviders.contains(provider.id())
                && accepts(regionCodes, region.code())
                && admitsSite(region)
                && admitsJurisdiction(region);
    }

    private boolean admitsSite(Region region) {
        return siteIds.isEmpty() || region.siteId().map(siteIds::contains).orElse(true);
    }

    private boolean admitsJurisdiction(Region region) {
        return jurisdictions.isEmpty() || jurisdictions.stream().anyMatch(jurisdiction -> jurisdiction.covers(region));
    }

    private static <T> boolean accepts(Set<T> acceptable, T value) {
        return acceptable.isEmpty() || acceptable.contains(value);
    }
}
