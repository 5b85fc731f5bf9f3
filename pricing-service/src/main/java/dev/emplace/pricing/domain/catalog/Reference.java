package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.places.Region;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What offers refer to: the accelerators with their names, and the regions with their providers. */
public final class Reference {

    private final AliasTable accelerators;
    private final Map<String, Region> regions;

    public Reference(AliasTable accelerators, Collection<Region> regions) {
        this.accelerators = accelerators;
        this.regions = new HashMap<>();
        regions.forEach(region -> this.regions.put(region.id(), region));
    }

    public AliasTable accelerators() {
        return accelerators;
    }

    /** By the name across providers, such as {@code aws/us-east-1}. */
    public Optional<Region> region(String id) {
        return Optional.ofNullable(regions.get(id));
    }

    public Collection<Region> regions() {
        return regions.values();
    }
}
