package dev.emplace.pricing.domain.offers;

import dev.emplace.pricing.domain.money.Money;

/** What a buyer binds itself to: a term, and what it pays for one instance before the term begins. */
public record Commitment(int termMonths, Money upfront) {
    public Commitment {
        if (termMonths < 1 || termMonths > 120) {
            throw new IllegalArgumentException("term_months is " + termMonths + ", but must lie within 1 and 120");
        }
        if (upfront.isNegative()) {
            throw new IllegalArgumentException("upfront is " + upfront + ", but must not be negative");
        }
    }
}
