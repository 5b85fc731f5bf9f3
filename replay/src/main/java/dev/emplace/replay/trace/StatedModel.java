package dev.emplace.replay.trace;

/**
 * The model that a serving trace is taken to be served with: the trace does not tell. Figures from the config.json of
 * its repository (meta-llama, July 2024).
 *
 * @param parameters how many it has
 * @param keyValueHeads heads of keys and values in each layer
 * @param weightBytes bytes of one weight
 */
public record StatedModel(
        String name, double parameters, int layers, int keyValueHeads, int headDimension, double weightBytes) {

    private static final double BF16 = 2;

    public static final StatedModel LARGE = new StatedModel("meta-llama/Llama-3.1-70B", 70.6e9, 80, 8, 128, BF16);
    public static final StatedModel SMALL = new StatedModel("meta-llama/Llama-3.1-8B", 8.03e9, 32, 8, 128, BF16);

    public double weights() {
        return parameters * weightBytes;
    }

    /** Bytes of keys and values for one token. */
    public double tokenBytes() {
        return 2.0 * layers * keyValueHeads * headDimension * BF16;
    }
}
