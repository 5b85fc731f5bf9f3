package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import java.util.List;
import java.util.Optional;

/** What the machines of a purchase cost, without what leaves them. */
interface MachineCost {

    List<QuoteLine> lines();

    /** What the buyer is bound to pay in all, however short its usage; absent where nothing binds it. */
    Optional<Money> committed();
}
