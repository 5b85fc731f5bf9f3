package dev.emplace.workload.domain.latency;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.ModelShape;
import java.util.Locale;
import java.util.Optional;

/**
 * A model that writes text. A step that writes a token of each request reads the weights that it touches and the
 * requests' key-value caches, so it takes at least (weights + caches) / (accelerators x bandwidth). It also computes 2 x
 * active parameters x requests operations at the share of the peak that is reached, and takes a fixed time a layer: the
 * only number that is fitted, on the measured dense chat rows of the ML.ENERGY benchmark at batches up to 16
 * (docs/decisions/0035). The first token also takes the prompt: (2 x active parameters x n + 2 x layers x width x n
 * squared) / (accelerators x peak x share reached), n tokens.
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

    /** The interval of a step in which so many requests are written, each with a cache of so many tokens. */
    Latency step(int requests, Optional<Integer> stated) {
        int tokens = stated.orElse(parameters.promptTokens());
        double weights = readMillis(model.touchedBytes(requests) / accelerators);
        double caches = readMillis(model.cacheBytes(accelerators, tokens) * requests);
        double computing = computeMillis(2.0 * model.activeParameters() * requests, parameters.prefillUse());
        double layers = parameters.layerMillis() * model.layers();
        double low = leastStep(requests, stated);
        // Sums of large numbers round: no estimate is below its bound for that.
        double expected = Math.max(low, weights + caches + computing + layers);
        return new Latency(
                low,
                expected,
                expected * (fitted(requests) ? 1 + parameters.stepError() : parameters.widened()),
                show(
                        "(%.1f GB of weights / %d + %.2f GB of caches) / %.2f TB/s + %.1f GFLOP / (%d x %.0f TFLOP/s x %.2f)"
                                + " + %d layers x %.3f ms%s",
                        model.touchedBytes(requests) / 1e9,
                        accelerators,
                        model.cacheBytes(accelerators, tokens) * requests / 1e9,
                        accelerator.bandwidth() / 1e12,
                        2.0 * model.activeParameters() * requests / 1e9,
                        accelerators,
                        accelerator.flops() / 1e12,
                        parameters.prefillUse(),
                        model.layers(),
                        parameters.layerMillis(),
                        fitted(requests)
                                ? ""
                                : "; upper end x " + parameters.widened() + ", since " + beyond(requests)));
    }

    /** What physics allows: weights that one token touches, and no cache that is only assumed. */
    private double leastStep(int requests, Optional<Integer> stated) {
        double weights = model.dense() ? model.touchedBytes(requests) : model.touchedBytes(1);
        double cache = stated.map(tokens -> model.cacheBytes(accelerators, tokens) * requests)
                .orElse(0.0);
        return readMillis(weights / accelerators + cache);
    }

    private boolean fitted(int requests) {
        return requests <= parameters.stepMostBatch() && model.dense();
    }

    private String beyond(int requests) {
        return model.dense()
                ? requests + " requests are more than the " + parameters.stepMostBatch() + " that it was fitted on"
                : "it was not fitted on mixtures of experts";
    }

    /** The first token of a prompt, without a queue before it. A prompt that is only assumed does not bound it. */
    Latency firstToken(Optional<Integer> stated, int requests) {
        int promptTokens = stated.orElse(parameters.promptTokens());
        double operations = prompt(promptTokens);
        double prefill = computeMillis(operations, parameters.prefillUse());
        Latency step = step(requests, stated);
        double least = Math.max(
                readMillis(model.touchedBytes(1) / accelerators),
                computeMillis(prompt(stated.orElse(1)), parameters.precisionFactor()));
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

    /** Milliseconds in which one accelerator reads so many bytes; 0 where its bandwidth is unknown. */
    private double readMillis(double bytes) {
        return accelerator.bandwidth() == 0 ? 0 : bytes / accelerator.bandwidth() * 1e3;
    }

    /** Milliseconds of so many operations over all accelerators; 0 where their peak is unknown. */
    private double computeMillis(double operations, double share) {
        double peak = (double) accelerators * accelerator.flops() * share;
        return peak == 0 ? 0 : operations / peak * 1e3;
    }

    private static String show(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
