package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.offers.Term;
import java.time.Instant;
import java.util.Optional;

/**
 * One price as a source states it, in the words of all formats together.
 *
 * @param line where it stands in its file, from 1
 * @param provider in lower case, such as {@code aws}
 * @param region the provider's own code
 * @param zone where the price is that of a zone
 * @param term of a commitment
 * @param price of one machine for one hour, as the source writes it; empty where the source leaves it blank
 * @param currency ISO 4217; whether the source says so itself, or only its format does, is {@code currencyStated}
 * @param machine what the source says of the machine's accelerators, where it says anything
 * @param from when the price began or will begin to hold, where the source says so
 */
public record ObservedRow(
        long line,
        String provider,
        String region,
        Optional<String> zone,
        String instanceType,
        CommercialModel model,
        Optional<Term> term,
        Optional<String> price,
        String currency,
        boolean currencyStated,
        Optional<StatedMachine> machine,
        Optional<Instant> from) {

    /** Stands for a price where a source prices accelerators apart from their host, and not these. */
    public static final String HOST_ALONE = "of the host alone";

    /** The id of the offer that this row becomes. */
    String offerId(String source) {
        return OfferNames.id(OfferNames.thing(provider, zone.orElse(region), instanceType, model, term), source);
    }
}
