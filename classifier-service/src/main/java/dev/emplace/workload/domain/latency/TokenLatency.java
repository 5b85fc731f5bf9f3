package dev.emplace.workload.domain.latency;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.ModelShape;
import java.util.Locale;
import java.util.Optional;

/**
 * A model that writes text. A step that writes a token reads all weights that it touches once, so it takes at least
 * weights / (accelerators x bandwidth); dense models at batches up to 16 take 1.64 x that + 1.75 ms (fitted on published
 * serving measurements; leaving one model out, it errs by 13.5%). The first token also takes the prompt: (2 x active
 * parameters x n + 2 x layers x width x n squared) / (accelerators x peak x share reached), n tokens.
 */
final class TokenLatency {
    private final LatencyParameters parameters;
    private final ModelShape model;
    private final AcceleratorFacts accelerator;
    private final int accelerators;

    TokenLatency(LatencyParameters parameters, ModelShape model, AcceleratorFacts accelerator, int accelerators) {
        this.parameters = parameters;
        this.model = model;
        this.accelerator = accelerator;
        this.accelerators = accelerators;
    }

    /** Milliseconds that a step takes at the very least: one request, without its cache. */
    double leastStep() {
        double bytes = model.activeParameters() * model.weightBits() / 8.0;
        return accelerator.bandwidth() == 0 ? 0 : bytes / ((double) accelerators * accelerator.bandwidth()) * 1e3;
    }

    /** The interval of a step in which so many requests are written. */
    Latency step(int requests) {
        // A mixture of experts touches more of them with each request, up to all.
        double touched = Math.min((double) model.parameters(), (double) model.activeParameters() * requests);
        double read = leastStep() * touched / model.activeParameters();
        double expected = parameters.stepFactor() * read + parameters.stepOverheadMillis();
        boolean fitted = requests <= parameters.stepMostBatch() && model.activeParameters() == model.parameters();
        double high = expected * (fitted ? 1 + parameters.stepError() : parameters.widened());
        return new Latency(
                leastStep(),
                expected,
                high,
                show(
                        "%.2f x %.1f GB / (%d x %.2f TB/s) + %.2f ms",
                        parameters.stepFactor(),
                        touched * model.weightBits() / 8e9,
                        accelerators,
                        accelerator.bandwidth() / 1e12,
                        parameters.stepOverheadMillis()));
    }

    /** The first token of a prompt, without a queue before it. A prompt that is only assumed does not bound it. */
    Latency firstToken(Optional<Integer> stated, int requests) {
        int promptTokens = stated.orElse(parameters.promptTokens());
        double operations = prompt(promptTokens);
        double prefill = prefillMillis(operations, parameters.prefillUse());
        Latency step = step(requests);
        double least = Math.max(step.low(), prefillMillis(prompt(stated.orElse(1)), parameters.precisionFactor()));
        double expected = Math.max(least, prefill + step.expected());
        return new Latency(
                least,
                expected,
                Math.max(expected, prefill * parameters.widened() + step.high()),
                show(
                        "first token of %d: %.2f TFLOP / (%d x %.0f TFLOP/s x %.2f) + a step of %.1f ms, without a queue",
                        promptTokens,
                        operations / 1e12,
                        accelerators,
                        accelerator.flops() / 1e12,
                        parameters.prefillUse(),
                        step.expected()));
    }

    private double prompt(double n) {
        return 2.0 * model.activeParameters() * n + 2.0 * model.layers() * model.hiddenSize() * n * n;
    }

    private double prefillMillis(double operations, double share) {
        double peak = (double) accelerators * accelerator.flops() * share;
        return peak == 0 ? 0 : operations / peak * 1e3;
    }

    private static String show(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
