package dev.emplace.pricing.domain.offers;

import java.time.LocalDate;

/** The document that a price was read from, the day on which it said so, and how it was read. */
public record Source(String document, LocalDate observed, Reading reading) {
    public Source {
        if (document.isBlank()) {
            throw new IllegalArgumentException("a price needs a source document");
        }
    }

    public Source(String document, LocalDate observed) {
        this(document, observed, Reading.TRANSCRIBED);
    }
}
