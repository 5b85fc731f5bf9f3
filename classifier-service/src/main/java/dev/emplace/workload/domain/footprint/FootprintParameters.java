package dev.emplace.workload.domain.footprint;

/**
 * Versioned parameters of the memory formulas.
 *
 * @param weightOverhead share by which weights in memory exceed parameters x bytes
 * @param runtimeFactor factor on the weights of one accelerator while it serves
 * @param runtimeBytes memory of one accelerator that runtime and graphs take
 * @param usable share of memory that may be planned
 * @param perNode accelerators in one machine
 * @param optimizerBytes bytes of weights, gradients and optimizer of a parameter that is trained: 16, or 18 with gradients in
 *     fp32
 * @param quantizedFrozenBytes bytes of a frozen parameter of QLoRA, with what its quantization adds
 * @param zeroStage which states are sharded over the accelerators: 0 none, 1 the optimizer's, 2 gradients too, 3 all
 * @param recompute whether activations are recomputed
 * @param mostPerReplica most accelerators over which a replica or a training job is tried
 */
public record FootprintParameters(
        double weightOverhead,
        double runtimeFactor,
        double runtimeBytes,
        double usable,
        double trainingUsable,
        int perNode,
        int mostPerReplica,
        int contextTokens,
        int concurrentRequests,
        double optimizerBytes,
        double adapterShare,
        double quantizedFrozenBytes,
        int zeroStage,
        boolean recompute,
        int trainingBatch,
        int trainingSequence) {}
