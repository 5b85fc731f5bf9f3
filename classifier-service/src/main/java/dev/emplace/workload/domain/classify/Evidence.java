package dev.emplace.workload.domain.classify;

/**
 * Something that was read and what it speaks for.
 *
 * @param rule id of the policy's rule
 * @param weight from -1 to 1
 * @param document position of the document, from 0
 * @param line line of the input, from 1; 0 for an explicit field
 * @param read the text that was found, shortened
 */
public record Evidence(
        String rule, String sign, double weight, int document, String path, int line, String read, String means) {}
