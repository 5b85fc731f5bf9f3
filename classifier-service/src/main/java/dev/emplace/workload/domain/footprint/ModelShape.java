package dev.emplace.workload.domain.footprint;

import dev.emplace.workload.domain.workload.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model as far as its memory depends on it, with what had to be assumed.
 *
 * @param keyValueHeads 0 for latent attention
 * @param generates whether it keeps a key-value cache
 * @param passFlops operations of one inference of a model that writes no text; 0 is unknown
 * @param anchors measured latencies of one inference
 * @param assumptions what was taken for granted
 */
public record ModelShape(
        String name,
        long parameters,
        long activeParameters,
        int weightBits,
        int layers,
        int hiddenSize,
        int attentionHeads,
        int keyValueHeads,
        int headDim,
        boolean generates,
        double passFlops,
        List<Anchor> anchors,
        List<Assumed> assumptions) {
    private static final int HEAD_DIM = 128;
    private static final int GROUPED_HEADS = 8;

    /** Width over depth of the Llama family: 128 at 8B, 102 at 70B. */
    private static final double ASPECT = 110;

    public ModelShape {
        anchors = List.copyOf(anchors);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * The shape of a model, as far as anything states its size.
     *
     */
    public static Optional<ModelShape> of(ModelFacts facts, ModelTable table) {
        Optional<ModelRow> row = facts.name().isEmpty() ? Optional.empty() : table.find(facts.name());
        OptionalLong named = facts.name().isEmpty() ? OptionalLong.empty() : ModelTable.statedSize(facts.name());
        long parameters =
                facts.parameters().orElseGet(() -> row.map(ModelRow::parameters).orElse(named.orElse(0)));
        return parameters == 0 ? Optional.empty() : Optional.of(shape(facts, row, parameters));
    }

    /** A model of which only its size is known. */
    public static ModelShape ofSize(long parameters, int bits) {
        return shape(ModelFacts.UNKNOWN.withWeightBits(bits), Optional.empty(), parameters);
    }

    private static ModelShape shape(ModelFacts facts, Optional<ModelRow> row, long parameters) {
        List<Assumed> assumed = new ArrayList<>();
        boolean own = row.isPresent() && row.get().parameters() == parameters;
        // Parameters of a decoder are about 12 x layers x width squared.
        int guessedLayers = (int) Math.max(1, Math.round(Math.cbrt(parameters / (12 * ASPECT * ASPECT))));
        int layers = facts.layers().orElseGet(() -> own ? row.get().layers() : guessedLayers);
        int width = facts.hiddenSize()
                .orElseGet(() -> own ? row.get().hiddenSize() : (int) Math.round(guessedLayers * ASPECT));
        int heads = facts.attentionHeads().orElseGet(() -> own ? row.get().attentionHeads() : headsOf(width));
        boolean latent = own && row.get().latent();
        int keyValueHeads =
                facts.keyValueHeads().orElseGet(() -> own ? row.get().keyValueHeads() : Math.min(GROUPED_HEADS, heads));
        int headDim = own ? row.get().headDim() : Math.max(1, width / Math.max(1, heads));
        if (!own && facts.layers().isEmpty()) {
            assumed.add(new Assumed(
                    "model.layer_count",
                    layers + " layers, width " + width + ", " + keyValueHeads + " key-value heads",
                    "the shape of a Llama of this size; state the layers and heads to replace it"));
        }
        int bits = facts.weightBits().orElseGet(() -> own ? row.get().weightBits() : 16);
        if (facts.weightBits().isEmpty()) {
            assumed.add(new Assumed(
                    "model.weight_bits", bits + " bits", own ? "as the model is published" : "BF16 weights"));
        }
        long active = own ? row.get().activeParameters() : parameters;
        // Who states the operations of one inference says that it writes no text.
        boolean generates = facts.passFlops().isEmpty() && (!own || row.get().generates());
        return new ModelShape(
                facts.name(),
                parameters,
                active,
                bits,
                layers,
                width,
                heads,
                latent ? 0 : keyValueHeads,
                headDim,
                generates,
                facts.passFlops()
                        .map(Long::doubleValue)
                        .orElseGet(() -> own ? row.get().passFlops() : 0.0),
                own ? row.get().anchors() : List.of(),
                assumed);
    }

    private static int headsOf(int width) {
        int heads = 1;
        // The nearest power of two, so that tensor parallelism can split it.
        while (heads * 2 * HEAD_DIM <= width * 1.34) {
            heads *= 2;
        }
        return heads;
    }

    /** The same model with its weights in other bits. */
    public ModelShape inBits(int bits) {
        return new ModelShape(
                name,
                parameters,
                activeParameters,
                bits,
                layers,
                hiddenSize,
                attentionHeads,
                keyValueHeads,
                headDim,
                generates,
                passFlops,
                anchors,
                assumptions);
    }

    public boolean latent() {
        return keyValueHeads == 0;
    }
}
