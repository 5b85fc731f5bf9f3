package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import java.util.List;
import java.util.Optional;

/** What the machines of a purchase cost, without what leaves them. */
interface MachineCost {

    List<QuoteLine> lines();

    /** What the buyer is bound to pay in all, however short its usage; absent where nothing binds it. */
    Optional<Money> committed();

    /** What interruptions add; absent where there are none, or nobody says how many. */
    default Optional<Rework> rework() {
        return Optional.empty();
    }

    /** A commitment held against on demand; absent without one, or without that price. */
    default Optional<CommitmentWorth> worth() {
        return Optional.empty();
    }
}
