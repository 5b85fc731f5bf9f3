package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.Optional;

/**
 * What the same machine costs an hour without commitment.
 *
 * @param offer that says so; absent where the caller does
 */
public record OnDemandPrice(Money price, Optional<Offer> offer) {

    String source() {
        return offer.map(each -> "offer " + each.id()).orElse("request");
    }
}
