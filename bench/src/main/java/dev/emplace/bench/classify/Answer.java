package dev.emplace.bench.classify;

import dev.emplace.workload.domain.classify.Classification;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.signal.SignalReader;
import dev.emplace.workload.yaml.YamlManifests;
import java.io.IOException;
import java.nio.file.Files;

/** One manifest and what was said of it; a refused manifest counts as UNDETERMINED with its refusal. */
record Answer(LabelledManifest manifest, WorkloadClass answered, double confidence, String decision, String refusal) {
    static Answer of(LabelledManifest manifest, Classifier classifier) throws IOException {
        try {
            YamlManifests reader = new YamlManifests(ManifestLimits.DEFAULT);
            Classification said =
                    classifier.classify(new SignalReader().read(reader.read(Files.readAllBytes(manifest.file()))));
            return new Answer(manifest, said.workloadClass(), said.confidence(), said.decision(), "");
        } catch (InvalidManifestException refused) {
            return new Answer(manifest, WorkloadClass.UNDETERMINED, 0, "refused", refused.explanation());
        }
    }

    boolean right() {
        return manifest.expected().contains(answered);
    }

    boolean abstained() {
        return answered == WorkloadClass.UNDETERMINED;
    }
}
