package dev.emplace.pricing.domain.imports;

/** What an import came to. */
public enum Outcome {
    PUBLISHED,
    /** The source says what it said before. */
    UNCHANGED,
    /** It would have withdrawn more than a fifth of what the source has published: nothing was changed. */
    HELD,
    /** It was asked for without changing anything. */
    VALIDATED
}
