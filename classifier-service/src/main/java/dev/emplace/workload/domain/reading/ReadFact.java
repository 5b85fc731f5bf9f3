package dev.emplace.workload.domain.reading;

/**
 * A fact that was read from a manifest, and where.
 *
 * @param field path of the field of a workload that it fills, as in the contract: accelerators.node_count
 * @param value what was read, as text with its unit
 * @param document position of the document, from 0
 * @param path path inside the document
 * @param line line of the input, from 1
 */
public record ReadFact(String field, String value, int document, String path, int line) {}
