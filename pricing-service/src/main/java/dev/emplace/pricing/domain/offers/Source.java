package dev.emplace.pricing.domain.offers;

import java.time.LocalDate;

/** The document that a price was read from, and the day on which it said so. */
public record Source(String document, LocalDate observed) {
    public Source {
        if (document.isBlank()) {
            throw new IllegalArgumentException("a price needs a source document");
        }
    }
}
