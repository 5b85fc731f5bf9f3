package dev.emplace.workload.domain.plan;

/** A fact without which there is no plan, and what to ask its owner. */
public record MissingFact(String field, String question, String explanation) {}
