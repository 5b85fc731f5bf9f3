package dev.emplace.workload.domain.footprint;

import java.util.List;
import java.util.Locale;

/**
 * Memory of a training job sharded over N accelerators (ZeRO 3). Mixed-precision Adam keeps 16 bytes a parameter: weights
 * and gradients of 2, master weights and two moments of 4 (Rajbhandari et al. 2020, ZeRO). With an adapter only 2 frozen
 * bytes a parameter and 16 of each adapter's are kept. Activations are 34 s b h L with flash attention and 2 s b h L where
 * they are recomputed (Korthikanti et al. 2022), s tokens, b sequences, h width, L layers.
 */
final class TrainingMemory {
    private static final double RECOMPUTED = 2;
    private static final double KEPT = 34;

    private final ModelShape model;
    private final FootprintParameters parameters;
    private final boolean adapter;

    TrainingMemory(ModelShape model, FootprintParameters parameters, boolean adapter) {
        this.model = model;
        this.parameters = parameters;
        this.adapter = adapter;
    }

    double states() {
        double trained = adapter ? parameters.adapterShare() : 1;
        double frozen = adapter ? 2.0 * model.parameters() : 0;
        return frozen + parameters.optimizerBytes() * model.parameters() * trained;
    }

    private double activations(double factor) {
        double layers = Math.max(1, model.layers());
        double width = Math.max(1, model.hiddenSize());
        return factor * parameters.trainingSequence() * parameters.trainingBatch() * width * layers;
    }

    boolean fits(AcceleratorFacts accelerator, int count) {
        return states() / count + activations(RECOMPUTED) + parameters.runtimeBytes()
                <= parameters.trainingUsable() * accelerator.memoryBytes();
    }

    Interval total(int count) {
        double fixed = states() + parameters.runtimeBytes() * count;
        return Interval.of(states(), fixed + activations(RECOMPUTED) * count, fixed + activations(KEPT) * count);
    }

    List<FootprintPart> parts(int count) {
        double activations = activations(RECOMPUTED) * count;
        return List.of(
                new FootprintPart(
                        adapter ? "frozen weights, adapter and its optimizer" : "weights, gradients and optimizer",
                        Interval.of(states(), states(), adapter ? states() : states() * 18 / 16),
                        stateFormula(),
                        "model.parameter_count"),
                new FootprintPart(
                        "activations",
                        Interval.of(activations, activations, activations(KEPT) * count),
                        String.format(
                                Locale.ROOT,
                                "2 x %d tokens x %d sequences x width %d x %d layers x %d accelerators, recomputed",
                                parameters.trainingSequence(),
                                parameters.trainingBatch(),
                                model.hiddenSize(),
                                model.layers(),
                                count),
                        "model.hidden_size"));
    }

    private String stateFormula() {
        return adapter
                ? String.format(
                        Locale.ROOT,
                        "2 B x %,d parameters + %.0f B x %.3f of them",
                        model.parameters(),
                        parameters.optimizerBytes(),
                        parameters.adapterShare())
                : String.format(
                        Locale.ROOT, "%.0f B x %,d parameters", parameters.optimizerBytes(), model.parameters());
    }
}
