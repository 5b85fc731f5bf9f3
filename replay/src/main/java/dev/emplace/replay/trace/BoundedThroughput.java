package dev.emplace.replay.trace;

/**
 * Throughput from two bounds. A decode step of B sequences takes the longer of memory, 1.64 (W + B KV) / (g BW) + 1.75 ms
 * (fitted on dense models at B up to 16; carried beyond it here), and arithmetic, 2 P B / (g FLOP/s MFU). A prompt takes
 * 2 P n / (g FLOP/s MFU). B is the largest batch that fits into memory and keeps a step within the objective between two
 * tokens. Of what that yields, {@value #HEADROOM} is counted on, since requests do not come evenly.
 *
 * @param gpus accelerators of a replica
 * @param memoryBytes of one accelerator
 * @param bandwidth bytes a second of one accelerator
 * @param flops dense BF16 operations a second of one accelerator
 * @param stepSeconds the longest that may pass between two tokens
 */
public record BoundedThroughput(
        StatedModel model, int gpus, double memoryBytes, double bandwidth, double flops, double stepSeconds)
        implements ReplicaThroughput {

    private static final double HEADROOM = 0.8;
    private static final double MFU = 0.4;
    private static final double FIT_FACTOR = 1.64;
    private static final double FIT_SECONDS = 1.75e-3;
    private static final double MEMORY_SHARE = 0.84;
    private static final double WEIGHT_SHARE = 1.05;
    private static final double RUNTIME_BYTES = 2.3 * (1L << 30);
    private static final int LARGEST_BATCH = 256;

    @Override
    public double requestsPerSecond(double inputTokens, double outputTokens) {
        double context = inputTokens + outputTokens;
        int batch = LARGEST_BATCH;
        while (batch > 0 && !(fits(batch, context) && stepSeconds(batch, context) <= stepSeconds)) {
            batch--;
        }
        if (batch == 0) {
            return 0;
        }
        double prefill = 2 * model.parameters() * inputTokens / (gpus * flops * MFU);
        double decode = outputTokens * stepSeconds(batch, context) / batch;
        return HEADROOM / (prefill + decode);
    }

    private boolean fits(int batch, double context) {
        double free = gpus * (MEMORY_SHARE * memoryBytes - RUNTIME_BYTES) - WEIGHT_SHARE * model.weights();
        return batch * context * model.tokenBytes() <= free;
    }

    private double stepSeconds(int batch, double context) {
        double read = model.weights() + batch * context * model.tokenBytes();
        double memory = FIT_FACTOR * read / (gpus * bandwidth) + FIT_SECONDS;
        double arithmetic = 2 * model.parameters() * batch / (gpus * flops * MFU);
        return Math.max(memory, arithmetic);
    }
}
