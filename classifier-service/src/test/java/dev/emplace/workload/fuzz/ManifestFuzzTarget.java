package dev.emplace.workload.fuzz;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Workload;
import dev.emplace.workload.yaml.YamlManifests;

/**
 * Reads any bytes as a manifest: parsed, its signals read, classified, and judged about the edge. Either there is a class, or
 * a refusal that names document, line and path; all else is a finding. {@code .ci/fuzz} lets Jazzer call it.
 */
public final class ManifestFuzzTarget {
    private static final WorkloadReader READER =
            new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));

    private ManifestFuzzTarget() {}

    /** By the name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Reading reading = READER.read(input, Workload.UNKNOWN);
            double confidence = reading.classification().confidence();
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalStateException("a confidence of " + confidence);
            }
        } catch (InvalidManifestException refused) {
            named(refused);
        }
    }

    private static void named(InvalidManifestException refused) {
        boolean placed = Integer.parseInt(refused.metadata().getOrDefault("document", "0")) >= 1
                && Integer.parseInt(refused.metadata().getOrDefault("line", "0")) >= 1
                && refused.metadata().containsKey("path");
        if (!placed) {
            throw new IllegalStateException("a refusal without its place: " + refused.explanation());
        }
    }
}
