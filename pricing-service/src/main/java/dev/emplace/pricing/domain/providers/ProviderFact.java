package dev.emplace.pricing.domain.providers;

import dev.emplace.pricing.domain.offers.Source;

/** One sentence about a provider, and the document that says so. */
public record ProviderFact(String statement, Source source) {
    public ProviderFact {
        if (statement.isBlank()) {
            throw new IllegalArgumentException("a fact about a provider needs a statement");
        }
    }
}
