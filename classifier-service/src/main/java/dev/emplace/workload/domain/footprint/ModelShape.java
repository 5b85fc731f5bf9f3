package dev.emplace.workload.domain.footprint;

import dev.emplace.workload.domain.workload.ModelFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model as far as its memory and its speed depend on it, with what had to be assumed.
 *
 * @param generates whether it writes text, and so keeps a key-value cache
 * @param passFlops operations of one inference of a model that writes no text; 0 is unknown
 * @param anchors measured latencies of one inference
 * @param assumptions what was taken for granted
 */
public record ModelShape(
        String name,
        long parameters,
        int weightBits,
        int layers,
        int hiddenSize,
        Attention attention,
        Mixture mixture,
        boolean generates,
        double passFlops,
        List<Anchor> anchors,
        List<Assumed> assumptions) {
    public ModelShape {
        anchors = List.copyOf(anchors);
        assumptions = List.copyOf(assumptions);
    }

    /** The shape of a model, as far as anything states its size. */
    public static Optional<ModelShape> of(ModelFacts facts, ModelTable table) {
        Optional<ModelRow> row = facts.name().isEmpty() ? Optional.empty() : table.find(facts.name());
        OptionalLong named = facts.name().isEmpty() ? OptionalLong.empty() : ModelTable.statedSize(facts.name());
        long parameters =
                facts.parameters().orElseGet(() -> row.map(ModelRow::parameters).orElse(named.orElse(0)));
        return parameters == 0
                ? Optional.empty()
                : Optional.of(
                        new ShapeReader(facts, row.filter(r -> r.parameters() == parameters), parameters).shape());
    }

    /** A model of which only its size is known. */
    public static ModelShape ofSize(long parameters, int bits) {
        return new ShapeReader(ModelFacts.UNKNOWN.withWeightBits(bits), Optional.empty(), parameters).shape();
    }

    /** The same model with its weights in other bits. */
    public ModelShape inBits(int bits) {
        return new ModelShape(
                name,
                parameters,
                bits,
                layers,
                hiddenSize,
                attention,
                mixture,
                generates,
                passFlops,
                anchors,
                assumptions);
    }

    /** The same model with other measurements. */
    public ModelShape measured(List<Anchor> others) {
        return new ModelShape(
                name,
                parameters,
                weightBits,
                layers,
                hiddenSize,
                attention,
                mixture,
                generates,
                passFlops,
                others,
                assumptions);
    }

    /** Parameters that one token touches. */
    public long activeParameters() {
        return mixture.activeParameters();
    }

    public boolean dense() {
        return mixture.activeParameters() == parameters;
    }

    /** Bytes of weights that a step reads in which so many requests are written. */
    public double touchedBytes(int requests) {
        return mixture.touched(parameters, requests) * weightBits / 8;
    }

    /** Bytes of one request's key-value cache on each accelerator. */
    public double cacheBytes(int tensorParallel, long contextTokens) {
        return generates ? attention.cacheBytes(layers, tensorParallel, contextTokens) : 0;
    }
}
