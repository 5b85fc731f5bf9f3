package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of the machines of one provider before any price.
 *
 * @param instances by the provider's names
 * @param accelerated what the names of machines with accelerators look like; empty where all have some
 * @param regionalPricing whether the provider declares that its prices are those of a region
 * @param notOnDemand machines without a price on demand, and why
 */
public record Assortment(
        Map<String, Instance> instances,
        Optional<Pattern> accelerated,
        boolean regionalPricing,
        Map<String, AbsenceReason> notOnDemand) {
    public Assortment {
        instances = Map.copyOf(instances);
        notOnDemand = Map.copyOf(notOnDemand);
    }

    /** Whether a machine of this name must have accelerators, for all that its name says. */
    boolean looksAccelerated(String instanceType) {
        return accelerated
                .map(pattern -> pattern.matcher(instanceType).matches())
                .orElse(true);
    }
}
