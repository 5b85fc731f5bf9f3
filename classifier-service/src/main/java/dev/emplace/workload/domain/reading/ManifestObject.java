package dev.emplace.workload.domain.reading;

/**
 * One object of a manifest.
 *
 * @param document number of its document, from 1
 * @param line line where it begins, from 1
 * @param principal whether the classification is of this object
 */
public record ManifestObject(
        int document, int line, String apiVersion, String kind, String displayName, boolean principal) {}
