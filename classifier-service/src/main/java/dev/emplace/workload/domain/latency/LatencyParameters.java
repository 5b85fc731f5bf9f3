package dev.emplace.workload.domain.latency;

/**
 * Versioned parameters of the latency formulas; the policy says where each is from.
 *
 * @param precisionFactor most by which lower precision and sparsity exceed the dense BF16 peak
 * @param passEfficiency share of the dense BF16 peak that one inference reaches
 * @param passOverheadMillis no inference takes less
 * @param scaledError factor by which a measurement that is scaled to another accelerator was seen to be wrong
 * @param stepFactor factor of a decode step over what memory bandwidth allows
 * @param stepOverheadMillis what a decode step adds to that
 * @param stepError relative error of that fit
 * @param stepMostBatch largest batch that it was fitted on
 * @param widened factor on the upper end beyond what was fitted or measured
 * @param prefillUse share of the dense peak that reading a prompt reaches
 * @param promptTokens length of a prompt where nobody states it
 */
public record LatencyParameters(
        double precisionFactor,
        double passEfficiency,
        double passOverheadMillis,
        double scaledError,
        double stepFactor,
        double stepOverheadMillis,
        double stepError,
        int stepMostBatch,
        double widened,
        double prefillUse,
        int promptTokens) {}
