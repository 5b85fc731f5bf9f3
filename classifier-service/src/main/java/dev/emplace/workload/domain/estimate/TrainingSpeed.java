package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.estimate.Figure.Quantity;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.Training;
import dev.emplace.workload.domain.latency.LatencyParameters;
import java.util.List;
import java.util.Locale;

/**
 * A training: accelerators x peak x share reached / operations of a token. A token takes 2 operations of each parameter
 * forward and 4 backward, of which an adapter spares the 2 for gradients of frozen weights; recomputing adds 2 (Kaplan et
 * al. 2020, Korthikanti et al. 2022).
 */
record TrainingSpeed(ModelShape model, Training training, FootprintParameters memory, LatencyParameters latency)
        implements Speed {
    private static final List<String> BY = List.of(
            "inputs[latency.training_use]",
            "inputs[footprint.training_recompute]",
            "inputs[footprint.training_sequence_tokens]");

    @Override
    public List<Figure> figures(Footprint footprint) {
        double peak =
                (double) footprint.accelerators() * footprint.accelerator().flops();
        if (peak == 0) {
            return List.of();
        }
        double tokens = peak / (operations() * model.activeParameters());
        String formula = String.format(
                Locale.ROOT,
                "%d x %.0f TFLOP/s x %.2f / (%d x %,d parameters)",
                footprint.accelerators(),
                footprint.accelerator().flops() / 1e12,
                latency.trainingUse(),
                operations(),
                model.activeParameters());
        return List.of(
                figure(Quantity.TOKENS_PER_SECOND, tokens, formula),
                figure(
                        Quantity.SAMPLES_PER_SECOND,
                        tokens / memory.trainingSequence(),
                        formula + " / " + memory.trainingSequence() + " tokens"));
    }

    private int operations() {
        return (training.adapter() ? 4 : 6) + (memory.recompute() ? 2 : 0);
    }

    private Figure figure(Quantity quantity, double atPeak, String formula) {
        double use = latency.trainingUse();
        return new Figure(
                quantity,
                atPeak * Math.min(use, latency.trainingUseLow()),
                atPeak * use,
                atPeak * Math.max(use, latency.trainingUseHigh()),
                formula,
                BY);
    }
}
