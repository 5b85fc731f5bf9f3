package dev.emplace.workload.domain.footprint;

/**
 * Versioned parameters of the memory formulas.
 *
 * @param weightOverhead share by which weights in memory exceed parameters x bytes
 * @param runtimeFactor factor on the weights of one accelerator while it serves
 * @param runtimeBytes memory of one accelerator that runtime and graphs take
 * @param usable share of memory that may be planned
 * @param perNode accelerators in one machine
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
        int trainingBatch,
        int trainingSequence) {}
