package dev.emplace.pricing.domain.offers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a price came out of its document.
 *
 * @param flags what is remarkable about it, in their order, each once
 * @param statedPrice the price as the document writes it, where the offer's differs from it
 */
public record Reading(Authority authority, List<PriceFlag> flags, Optional<String> statedPrice) {

    /** Transcribed by people, of whom nothing else is known. */
    public static final Reading TRANSCRIBED = new Reading(Authority.AGGREGATOR, List.of(), Optional.empty());

    public Reading {
        flags = flags.stream().distinct().sorted().toList();
    }

    public Reading with(Collection<PriceFlag> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new java.util.ArrayList<>(flags);
        all.addAll(more);
        return new Reading(authority, all, statedPrice);
    }
}
