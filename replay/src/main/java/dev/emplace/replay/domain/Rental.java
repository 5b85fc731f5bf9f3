package dev.emplace.replay.domain;

/** A machine that was paid for a time. */
public record Rental(String machine, Listing listing, Span paid) {}
