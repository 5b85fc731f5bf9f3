package dev.emplace.pricing.domain.offers;

import dev.emplace.pricing.domain.money.Money;
import java.util.Optional;

/**
 * What a buyer binds itself to.
 *
 * @param upfront what it pays for one instance before the term begins
 * @param dates of a capacity block: its machines are there then, and at no other time
 */
public record Commitment(Term term, Money upfront, Optional<Window> dates) {
    public Commitment {
        if (upfront.isNegative()) {
            throw new IllegalArgumentException("upfront is " + upfront + ", but must not be negative");
        }
        if (dates.filter(window -> !window.term().equals(term)).isPresent()) {
            throw new IllegalArgumentException("the term is " + term.code() + ", but the dates are "
                    + dates.get().term().code() + " apart");
        }
    }

    /** For a term that begins whenever the buyer wants it to. */
    public Commitment(Term term, Money upfront) {
        this(term, upfront, Optional.empty());
    }
}
