package dev.emplace.workload.domain.footprint;

/**
 * One part of a footprint.
 *
 * @param formula how it came about, with the numbers
 * @param overriddenBy field of the workload that replaces the assumption; "" where there is none
 */
public record FootprintPart(String description, Interval size, String formula, String overriddenBy) {}
