package dev.emplace.workload.domain.footprint;

import dev.emplace.workload.domain.workload.ModelFacts;
import dev.emplace.workload.domain.workload.ModelStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a shape together: what is stated, else what the table has, else a Llama of that size.
 *
 * @param row the published model, where it is one
 */
record ShapeReader(ModelFacts facts, Optional<ModelRow> row, long parameters) {
    private static final int HEAD_DIM = 128;
    private static final int GROUPED_HEADS = 8;

    /** Width over depth of the Llama family: 128 at 8B, 102 at 70B. */
    private static final double ASPECT = 110;

    ModelShape shape() {
        int bits =
                facts.weightBits().orElseGet(() -> row.map(ModelRow::weightBits).orElse(16));
        int width = hiddenSize();
        return new ModelShape(
                facts.name(),
                parameters,
                bits,
                layers(),
                width,
                attention(width),
                mixture(),
                generates(),
                facts.passFlops()
                        .map(Long::doubleValue)
                        .orElseGet(() -> row.map(ModelRow::passFlops).orElse(0.0)),
                row.map(ModelRow::anchors).orElse(List.of()),
                assumptions(width, bits));
    }

    /** Parameters of a decoder are about 12 x layers x width squared. */
    private int usualLayers() {
        return (int) Math.max(1, Math.round(Math.cbrt(parameters / (12 * ASPECT * ASPECT))));
    }

    private int layers() {
        return facts.layers().orElseGet(() -> row.map(ModelRow::layers).orElseGet(this::usualLayers));
    }

    private int hiddenSize() {
        return facts.hiddenSize()
                .orElseGet(
                        () -> row.map(ModelRow::hiddenSize).orElseGet(() -> (int) Math.round(usualLayers() * ASPECT)));
    }

    /** Who states the operations of one inference says that it writes no text. */
    private boolean generates() {
        return facts.passFlops().isEmpty() && row.map(ModelRow::generates).orElse(true);
    }

    private Attention attention(int width) {
        ModelStructure stated = facts.structure();
        Attention usual = row.map(ModelRow::attention).orElseGet(() -> usualAttention(width));
        boolean latent = stated.latentSize().isPresent()
                || (usual.latent() && row.isPresent() && facts.keyValueHeads().isEmpty());
        int heads = facts.attentionHeads().orElse(usual.heads());
        return new Attention(
                heads,
                latent ? 0 : facts.keyValueHeads().orElse(Math.min(usual.keyValueHeads(), heads)),
                stated.latentSize().or(stated::headDim).orElseGet(() -> headDim(usual, width, heads)),
                stated.windowTokens().orElse(usual.windowTokens()),
                stated.windowedLayers().orElse(usual.windowedLayers()),
                stated.cacheBits().orElse(usual.cacheBits()));
    }

    private int headDim(Attention usual, int width, int heads) {
        return row.isPresent() ? usual.headDim() : Math.max(1, width / Math.max(1, heads));
    }

    private static Attention usualAttention(int width) {
        int heads = 1;
        // The nearest power of two, so that tensor parallelism can split it.
        while (heads * 2 * HEAD_DIM <= width * 1.34) {
            heads *= 2;
        }
        return new Attention(heads, Math.min(GROUPED_HEADS, heads), HEAD_DIM, 0, 0, Attention.USUAL_CACHE_BITS);
    }

    private Mixture mixture() {
        ModelStructure stated = facts.structure();
        Mixture usual = row.map(ModelRow::mixture).orElse(Mixture.dense(parameters));
        return new Mixture(
                Math.min(parameters, stated.activeParameters().orElse(usual.activeParameters())),
                stated.experts().orElse(usual.experts()),
                stated.activeExperts().orElse(usual.activeExperts()));
    }

    private List<Assumed> assumptions(int width, int bits) {
        List<Assumed> assumed = new ArrayList<>();
        if (row.isEmpty() && facts.layers().isEmpty()) {
            assumed.add(new Assumed(
                    "model.layer_count",
                    layers() + " layers, width " + width + ", "
                            + attention(width).keyValueHeads() + " key-value heads",
                    "the shape of a Llama of this size; state the layers and heads to replace it"));
        }
        if (facts.weightBits().isEmpty()) {
            assumed.add(new Assumed(
                    "model.weight_bits",
                    bits + " bits",
                    row.isPresent() ? "as the model is published" : "BF16 weights"));
        }
        return assumed;
    }
}
