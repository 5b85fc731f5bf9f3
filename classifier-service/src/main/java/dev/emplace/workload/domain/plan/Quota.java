package dev.emplace.workload.domain.plan;

/**
 * How many accelerators may be had somewhere: a provider's quota, or none where it is out of stock.
 *
 * @param provider by its name, whatever the case
 * @param region "" is all regions of the provider
 * @param accelerator by any name; "" is all kinds
 * @param most 0 is out of stock
 */
public record Quota(String provider, String region, String accelerator, int most) {
    boolean concerns(Prices.Quote quote) {
        return quote.provider().equalsIgnoreCase(provider)
                && (region.isEmpty() || quote.region().equals(region))
                && (accelerator.isEmpty() || quote.accelerator().isCalled(accelerator));
    }

    /** Where it holds. */
    String where() {
        return provider + (region.isEmpty() ? "" : " " + region) + (accelerator.isEmpty() ? "" : " of " + accelerator);
    }
}
