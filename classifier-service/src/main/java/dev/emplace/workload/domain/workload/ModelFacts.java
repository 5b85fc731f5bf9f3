package dev.emplace.workload.domain.workload;

import java.util.Optional;

/**
 * What is known of a model; anything may be unknown.
 *
 * @param name as in a repository of models; "" is unknown
 * @param weightBits bits of one weight
 * @param passFlops floating-point operations of one inference
 */
public record ModelFacts(
        String name,
        Optional<Long> parameters,
        Optional<Integer> weightBits,
        Optional<Integer> layers,
        Optional<Integer> hiddenSize,
        Optional<Integer> attentionHeads,
        Optional<Integer> keyValueHeads,
        Optional<Long> passFlops,
        ModelStructure structure) {
    public static final ModelFacts UNKNOWN = named("");

    public static ModelFacts named(String name) {
        return new ModelFacts(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ModelStructure.UNKNOWN);
    }

    public ModelFacts withWeightBits(int bits) {
        return new ModelFacts(
                name,
                parameters,
                Optional.of(bits),
                layers,
                hiddenSize,
                attentionHeads,
                keyValueHeads,
                passFlops,
                structure);
    }

    ModelFacts overriddenBy(ModelFacts stated) {
        // Another model's name makes the old one's figures void.
        ModelFacts before = stated.name.isEmpty() || stated.name.equals(name) ? this : UNKNOWN;
        return new ModelFacts(
                Known.first(stated.name, name),
                Known.first(stated.parameters, before.parameters),
                Known.first(stated.weightBits, before.weightBits),
                Known.first(stated.layers, before.layers),
                Known.first(stated.hiddenSize, before.hiddenSize),
                Known.first(stated.attentionHeads, before.attentionHeads),
                Known.first(stated.keyValueHeads, before.keyValueHeads),
                Known.first(stated.passFlops, before.passFlops),
                before.structure.overriddenBy(stated.structure));
    }
}
