package dev.emplace.pricing.domain.offers;

import dev.emplace.pricing.domain.money.Money;

/** What a buyer binds itself to: a term, and what it pays for one instance before the term begins. */
public record Commitment(Term term, Money upfront) {
    public Commitment {
        if (upfront.isNegative()) {
            throw new IllegalArgumentException("upfront is " + upfront + ", but must not be negative");
        }
    }
}
