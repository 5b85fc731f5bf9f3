package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.List;

/**
 * Everything that one feed says at one time: what it no longer says is withdrawn.
 *
 * @param name of the feed, such as {@code bundled}; offers belong to the feed that publishes them
 * @param edition of a feed that comes in editions, else 0: an older one than was published is ignored
 * @param digest of all that its answers depend on: the same digest changes nothing
 */
public record PriceFeed(String name, int edition, String digest, List<Offer> offers) {
    public PriceFeed {
        offers = List.copyOf(offers);
        if (edition < 0) {
            throw new IllegalArgumentException("edition is " + edition + ", but must not be negative");
        }
        if (offers.stream().map(Offer::id).distinct().count() != offers.size()) {
            throw new IllegalArgumentException("feed '" + name + "' has two offers of one id");
        }
    }
}
