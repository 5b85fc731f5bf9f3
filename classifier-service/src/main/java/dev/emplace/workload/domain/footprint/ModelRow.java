package dev.emplace.workload.domain.footprint;

import java.util.List;

/**
 * The shape of a published model.
 *
 * @param names parts of a repository name that mean this model, in lower case with hyphens; the longest match wins
 * @param parameters all parameters; those of every expert in a mixture
 * @param activeParameters parameters that one token touches
 * @param weightBits bits of one weight as published
 * @param layers 0 where the model keeps no key-value cache
 * @param keyValueHeads 0 for latent attention
 * @param headDim width of one head; for latent attention the latent rank plus the rotary part
 * @param passFlops operations of one inference of a model that writes no text; 0 is unknown
 * @param anchors measured latencies of one inference
 */
public record ModelRow(
        List<String> names,
        long parameters,
        long activeParameters,
        int weightBits,
        int layers,
        int hiddenSize,
        int attentionHeads,
        int keyValueHeads,
        int headDim,
        double passFlops,
        List<Anchor> anchors) {
    public ModelRow {
        names = List.copyOf(names);
        anchors = List.copyOf(anchors);
    }

    public boolean latent() {
        return layers > 0 && keyValueHeads == 0;
    }

    /** A model that writes text, and so keeps a key-value cache. */
    public boolean generates() {
        return layers > 0;
    }
}
