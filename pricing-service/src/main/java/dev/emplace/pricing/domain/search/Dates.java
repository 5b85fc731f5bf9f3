package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Window;
import java.util.Optional;

/**
 * Which capacity blocks meet a requirement; what has no dates always does.
 *
 * @param needed when the machines are needed; a block must cover it
 * @param whenever whether blocks of any dates do, where that is not said
 */
public record Dates(Optional<Window> needed, boolean whenever) {

    /** For looking at what there is. */
    public static final Dates ANY = new Dates(Optional.empty(), true);

    /** For whoever does not say when: a block may be over before they come. */
    public static final Dates NONE = new Dates(Optional.empty(), false);

    public static Dates covering(Window needed) {
        return new Dates(Optional.of(needed), false);
    }

    static Optional<Window> of(Offer offer) {
        return offer.commitment().flatMap(Commitment::dates);
    }

    /** Whether any block at all can meet it. */
    boolean admitSome() {
        return whenever || needed.isPresent();
    }

    boolean admit(Optional<Window> block) {
        return block.isEmpty() || whenever || needed.filter(block.get()::covers).isPresent();
    }
}
