package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.offers.Precedence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalog says before an import: the offers of its own source, and those of all others that are public. Another's
 * contracted sheet must not show through what is thought plausible.
 */
public final class Standing {

    private final Map<String, Offer> own = new HashMap<>();
    private final Map<String, Offer> others = new HashMap<>();

    public Standing(String source, Collection<Offer> offers) {
        for (var offer : offers) {
            if (OfferNames.sourceOf(offer.id()).equals(Optional.of(source))) {
                own.put(offer.id(), offer);
            } else if (!offer.isContracted()) {
                // Of several the one that counts most: the others are compared with it in turn, when they come anew.
                others.merge(
                        OfferNames.thingOf(offer.id()),
                        offer,
                        (one, two) -> Precedence.ORDER.compare(one, two) <= 0 ? one : two);
            }
        }
    }

    Optional<Offer> own(String id) {
        return Optional.ofNullable(own.get(id));
    }

    /** What another source says of the same thing. */
    Optional<Offer> other(String id) {
        return Optional.ofNullable(others.get(OfferNames.thingOf(id)));
    }

    /** Of its own source, and one for each thing that others sell. */
    Iterable<Offer> all() {
        return () ->
                Stream.concat(own.values().stream(), others.values().stream()).iterator();
    }

    Collection<String> ownIds() {
        return own.keySet();
    }
}
