package dev.emplace.pricing.domain.offers;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;

/**
 * Which of several offers of one thing to buy counts: one with a price before one without, then what is contracted, then
 * the seller's own word, then a collector's, then an estimate; of equals the one that was seen last.
 */
public final class Precedence {

    /** The one that counts comes first. */
    public static final Comparator<Offer> ORDER = Comparator.comparing(
                    (Offer offer) -> offer.hourlyPrice().isEmpty())
            .thenComparing(Precedence::rank)
            .thenComparing(offer -> offer.source().observed(), Comparator.reverseOrder())
            .thenComparing(Offer::id);

    private Precedence() {}

    private static int rank(Offer offer) {
        if (offer.basis() == PriceBasis.CONTRACTED) {
            return 0;
        }
        if (offer.basis() == PriceBasis.ESTIMATED) {
            return 3;
        }
        return switch (offer.source().reading().authority()) {
            case PROVIDER -> 1;
            case AGGREGATOR -> 2;
        };
    }

    /** Of each thing to buy the offer that counts. */
    public static Collection<Offer> counting(Collection<Offer> offers) {
        var counting = new LinkedHashMap<String, Offer>();
        for (var offer : offers) {
            counting.merge(
                    OfferNames.thingOf(offer.id()), offer, (one, two) -> ORDER.compare(one, two) <= 0 ? one : two);
        }
        return counting.values();
    }
}
