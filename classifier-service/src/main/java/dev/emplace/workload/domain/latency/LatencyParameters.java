package dev.emplace.workload.domain.latency;

/**
 * Versioned parameters of the latency formulas; the policy says where each is from.
 *
 * @param precisionFactor most by which lower precision and sparsity exceed the dense BF16 peak
 * @param passEfficiency share of the dense BF16 peak that one inference reaches
 * @param passOverheadMillis no inference takes less
 * @param scaledError factor by which a measurement that is scaled to another accelerator was seen to be wrong
 * @param layerMillis what a decode step takes for each layer beyond reading and computing
 * @param stepError share by which measured steps exceeded the fit at most, their model left out
 * @param stepMostBatch largest batch that it was fitted on
 * @param widened factor on the upper end beyond what was fitted or measured
 * @param prefillUse share of the dense BF16 peak that reading a prompt, or writing, reaches
 * @param promptTokens length of a prompt where nobody states it
 * @param trainingUse share of the dense BF16 peak that training reaches, and the ends of its interval
 */
public record LatencyParameters(
        double precisionFactor,
        double passEfficiency,
        double passOverheadMillis,
        double scaledError,
        double layerMillis,
        double stepError,
        int stepMostBatch,
        double widened,
        double prefillUse,
        int promptTokens,
        double trainingUse,
        double trainingUseLow,
        double trainingUseHigh) {}
