package dev.emplace.workload.domain.footprint;

import java.util.List;

/**
 * The shape of a published model.
 *
 * @param names parts of a repository name that mean this model, in lower case with hyphens; the longest match wins
 * @param parameters all parameters; those of every expert in a mixture
 * @param weightBits bits of one weight as published
 * @param layers 0 where the model keeps no key-value cache
 * @param passFlops operations of one inference of a model that writes no text; 0 is unknown
 * @param anchors measured latencies of one inference
 */
public record ModelRow(
        List<String> names,
        long parameters,
        int weightBits,
        int layers,
        int hiddenSize,
        Attention attention,
        Mixture mixture,
        double passFlops,
        List<Anchor> anchors) {
    public ModelRow {
        names = List.copyOf(names);
        anchors = List.copyOf(anchors);
    }

    /** A model that writes text, and so keeps a key-value cache. */
    public boolean generates() {
        return layers > 0;
    }
}
