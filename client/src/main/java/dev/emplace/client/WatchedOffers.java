package dev.emplace.client;

import dev.emplace.api.pricing.v1.OfferRequirement;
import java.time.Duration;

/**
 * What a watch is about.
 *
 * @param requirement what the offers must be
 * @param minimumChangePercent leaves out changes of a price by less; 0 tells all
 * @param listedAnew how often the offers are listed though nothing was missed: prices that were published before the watch
 *     for times after it begin and end without a change being told
 */
public record WatchedOffers(OfferRequirement requirement, double minimumChangePercent, Duration listedAnew) {

    private static final Duration USUALLY = Duration.ofHours(1);

    public WatchedOffers {
        if (!(minimumChangePercent >= 0)) {
            throw new IllegalArgumentException(
                    "minimumChangePercent is " + minimumChangePercent + ", but must be 0 or more");
        }
        if (listedAnew.isNegative() || listedAnew.isZero()) {
            throw new IllegalArgumentException("listedAnew is " + listedAnew + ", but must be above zero");
        }
    }

    /** Every change of what meets the requirement, listed anew every hour. */
    public static WatchedOffers meeting(OfferRequirement requirement) {
        return new WatchedOffers(requirement, 0, USUALLY);
    }
}
