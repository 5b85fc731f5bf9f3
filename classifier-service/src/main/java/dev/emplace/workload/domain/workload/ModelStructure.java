package dev.emplace.workload.domain.workload;

import java.util.Optional;

/**
 * What its owner states of a model's inside, beyond its layers and heads.
 *
 * @param activeParameters parameters that one token touches
 * @param experts experts of a layer that a token chooses from
 * @param headDim width of one head
 * @param latentSize latent rank plus rotary part, of latent attention
 * @param windowTokens tokens that a windowed layer keeps
 * @param cacheBits bits of one cached value
 */
public record ModelStructure(
        Optional<Long> activeParameters,
        Optional<Integer> experts,
        Optional<Integer> activeExperts,
        Optional<Integer> headDim,
        Optional<Integer> latentSize,
        Optional<Integer> windowTokens,
        Optional<Integer> windowedLayers,
        Optional<Integer> cacheBits) {
    public static final ModelStructure UNKNOWN = new ModelStructure(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    ModelStructure overriddenBy(ModelStructure stated) {
        return new ModelStructure(
                Known.first(stated.activeParameters, activeParameters),
                Known.first(stated.experts, experts),
                Known.first(stated.activeExperts, activeExperts),
                Known.first(stated.headDim, headDim),
                Known.first(stated.latentSize, latentSize),
                Known.first(stated.windowTokens, windowTokens),
                Known.first(stated.windowedLayers, windowedLayers),
                Known.first(stated.cacheBits, cacheBits));
    }
}
