package dev.emplace.workload.domain.footprint;

import java.util.List;
import java.util.Locale;

/**
 * Memory of a training job over N accelerators. Mixed-precision Adam keeps 16 bytes a parameter, 18 with gradients in fp32:
 * weights of 2, gradients, master weights and two moments of 4. ZeRO shards the last 12 over the accelerators at stage 1,
 * gradients too at 2, and weights too at 3: 4 + 12 / N, 2 + 14 / N, 16 / N (Rajbhandari et al. 2020). With an adapter the
 * model's own parameters are frozen, in 2 bytes each or, quantized, in about 0.55 (Dettmers et al. 2023), and only the
 * adapter has states. Activations are 34 s b h L with flash attention and 2 s b h L where they are recomputed
 * (Korthikanti et al. 2022), s tokens, b sequences, h width, L layers.
 */
final class TrainingMemory {
    private static final double RECOMPUTED = 2;
    private static final double KEPT = 34;
    private static final double WEIGHT_BYTES = 2;
    private static final double OPTIMIZER_BYTES = 12;

    private final ModelShape model;
    private final FootprintParameters parameters;
    private final Training training;

    TrainingMemory(ModelShape model, FootprintParameters parameters, Training training) {
        this.model = model;
        this.parameters = parameters;
        this.training = training;
    }

    private double trained() {
        return model.parameters() * (training.adapter() ? parameters.adapterShare() : 1);
    }

    private double frozenBytes() {
        return switch (training) {
            case FULL -> 0;
            case LORA -> WEIGHT_BYTES;
            case QLORA -> parameters.quantizedFrozenBytes();
        };
    }

    /** Bytes of a trained parameter on each of so many accelerators. */
    private double stateBytes(int count) {
        double sharded = switch (parameters.zeroStage()) {
            case 0 -> 0;
            case 1 -> OPTIMIZER_BYTES;
            case 2 -> parameters.optimizerBytes() - WEIGHT_BYTES;
            default -> parameters.optimizerBytes();
        };
        return parameters.optimizerBytes() - sharded + sharded / count;
    }

    /** States of one accelerator; frozen parameters are sharded as trained weights are. */
    private double states(int count) {
        double frozen = model.parameters() * frozenBytes() / (parameters.zeroStage() >= 3 ? count : 1);
        return frozen + trained() * stateBytes(count);
    }

    private double activations(double factor) {
        double layers = Math.max(1, model.layers());
        double width = Math.max(1, model.hiddenSize());
        return factor * parameters.trainingSequence() * parameters.trainingBatch() * width * layers;
    }

    private double activations() {
        return activations(parameters.recompute() ? RECOMPUTED : KEPT);
    }

    double perAccelerator(int count) {
        return states(count) + activations() + parameters.runtimeBytes();
    }

    boolean fits(AcceleratorFacts accelerator, int count) {
        return perAccelerator(count) <= parameters.trainingUsable() * accelerator.memoryBytes();
    }

    Interval total(int count) {
        double fixed = (states(count) + parameters.runtimeBytes()) * count;
        return Interval.of(states(count) * count, fixed + activations() * count, fixed + activations(KEPT) * count);
    }

    List<FootprintPart> parts(int count) {
        double states = states(count) * count;
        double activations = activations() * count;
        return List.of(
                new FootprintPart(
                        training.adapter()
                                ? "frozen weights, adapter and its optimizer"
                                : "weights, gradients and optimizer",
                        Interval.of(states, states, training.adapter() ? states : states * 18 / 16),
                        stateFormula(count),
                        "model.parameter_count"),
                new FootprintPart(
                        "activations",
                        Interval.of(
                                Math.min(activations, activations(RECOMPUTED) * count),
                                activations,
                                activations(KEPT) * count),
                        String.format(
                                Locale.ROOT,
                                "%.0f x %d tokens x %d sequences x width %d x %d layers x %d accelerators, %s",
                                parameters.recompute() ? RECOMPUTED : KEPT,
                                parameters.trainingSequence(),
                                parameters.trainingBatch(),
                                model.hiddenSize(),
                                model.layers(),
                                count,
                                parameters.recompute() ? "recomputed" : "kept"),
                        "model.hidden_size"));
    }

    private String stateFormula(int count) {
        String states = String.format(
                Locale.ROOT,
                "%.2f B x %,.0f parameters on each of %d, ZeRO %d",
                stateBytes(count),
                trained(),
                count,
                parameters.zeroStage());
        return training.adapter()
                ? String.format(Locale.ROOT, "%.2f B x %,d frozen parameters + ", frozenBytes(), model.parameters())
                        + states
                : states;
    }
}
