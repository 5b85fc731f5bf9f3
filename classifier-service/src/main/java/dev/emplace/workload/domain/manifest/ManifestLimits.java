package dev.emplace.workload.domain.manifest;

/**
 * What a manifest may cost to read.
 *
 * @param bytes longest input
 * @param documents most documents in it
 * @param depth deepest nesting of mappings and sequences
 * @param nodes most values over all documents, aliases counted as often as they are used
 */
public record ManifestLimits(int bytes, int documents, int depth, int nodes) {
    /** etcd takes objects of up to 1.5 MiB; real manifests are 2 to 5 KB and ten levels deep. */
    public static final ManifestLimits DEFAULT = new ManifestLimits(1_048_576, 200, 64, 100_000);

    public ManifestLimits {
        if (bytes < 1 || documents < 1 || depth < 1 || nodes < 1) {
            throw new IllegalArgumentException("each limit must be at least 1: " + bytes + " bytes, " + documents
                    + " documents, depth " + depth + ", " + nodes + " nodes");
        }
    }

    /** Most characters of all texts together, aliases counted as often as they are used: twice what a manifest may weigh. */
    public long characters() {
        return 2L * bytes;
    }
}
