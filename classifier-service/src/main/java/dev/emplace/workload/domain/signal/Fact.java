package dev.emplace.workload.domain.signal;

/**
 * A piece of text that the manifest states.
 *
 * @param document position of the document in the input, from 0
 * @param line line of the input, from 1
 */
public record Fact(Source source, String text, int document, Location location, int line) {}
