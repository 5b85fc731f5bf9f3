package dev.emplace.workload.domain.manifest;

/** Reads the text of a manifest. */
public interface Manifests {
    /**
     * The documents of an input in UTF-8.
     *
     * @throws InvalidManifestException where it is malformed or too complex, within bounded time and memory
     */
    Manifest read(byte[] input);
}
