package dev.emplace.workload.domain.footprint;

/**
 * Something taken for granted because nobody stated it.
 *
 * @param field the field of the workload that replaces it
 */
public record Assumed(String field, String value, String reason) {}
