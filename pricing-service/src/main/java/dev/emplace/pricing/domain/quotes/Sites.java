package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The conditions of the sites that a caller knows, found by site and accelerator. */
public final class Sites {

    public static final Sites NONE = new Sites(Map.of());

    private final Map<Key, SiteConditions> conditions;

    private record Key(String siteId, Optional<String> acceleratorId) {}

    private Sites(Map<Key, SiteConditions> conditions) {
        this.conditions = conditions;
    }

    /** An IllegalArgumentException where two conditions are for the same site and accelerator. */
    public static Sites of(Collection<SiteConditions> known) {
        var conditions = new HashMap<Key, SiteConditions>();
        for (var condition : known) {
            var key = new Key(condition.siteId(), condition.acceleratorId());
            if (conditions.put(key, condition) != null) {
                throw new IllegalArgumentException("the conditions of site '" + condition.siteId()
                        + "' with accelerator '" + condition.acceleratorId().orElse("any") + "' are given twice");
            }
        }
        return new Sites(conditions);
    }

    /** Those for the offer's accelerator, else those for any accelerator at its site. */
    Optional<SiteConditions> of(Offer offer) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        return offer.region().siteId().flatMap(site -> {
            var exact = Optional.ofNullable(
                    conditions.get(new Key(site, offer.instance().accelerator().map(Accelerator::id))));
            return exact.isPresent() ? exact : Optional.ofNullable(conditions.get(new Key(site, Optional.empty())));
        });
    }
}
