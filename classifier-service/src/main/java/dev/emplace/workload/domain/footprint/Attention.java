package dev.emplace.workload.domain.footprint;

/**
 * How a model attends, as far as its cache and its splitting depend on it.
 *
 * @param keyValueHeads 0 for latent attention
 * @param headDim width of one head; for latent attention the latent rank plus the rotary part
 * @param windowTokens tokens that a windowed layer keeps; 0 is unknown, and so no window
 * @param windowedLayers layers that keep no more than a window; 0 is none
 * @param cacheBits bits of one cached value
 */
public record Attention(
        int heads, int keyValueHeads, int headDim, int windowTokens, int windowedLayers, int cacheBits) {
    static final int USUAL_CACHE_BITS = 16;

    public boolean latent() {
        return keyValueHeads == 0;
    }

    /**
     * Bytes of one request's cache on each accelerator: 2 x ceil(key-value heads / TP) x head width x bytes for a token
     * and layer; latent attention keeps latent width x bytes, all of it on each rank.
     *
     * @param layers all layers, windowed ones included
     */
    double cacheBytes(int layers, int tensorParallel, long contextTokens) {
        double values = latent() ? headDim : 2.0 * headsOf(tensorParallel) * headDim;
        return values * cacheBits / 8 * cachedTokens(layers, contextTokens);
    }

    private int headsOf(int tensorParallel) {
        return (keyValueHeads + tensorParallel - 1) / tensorParallel;
    }

    /** Tokens kept, summed over the layers. */
    private double cachedTokens(int layers, long contextTokens) {
        int windowed = windowed(layers);
        return (layers - windowed) * (double) contextTokens + windowed * (double) Math.min(contextTokens, windowTokens);
    }

    private int windowed(int layers) {
        return windowTokens == 0 ? 0 : Math.min(windowedLayers, layers);
    }

    String cacheFormula(int layers, int tensorParallel) {
        String values = latent()
                ? headDim + " latent"
                : "2 x ceil(" + keyValueHeads + " heads / " + tensorParallel + ") x " + headDim;
        String windows = windowed(layers) == 0
                ? ""
                : ", " + windowed(layers) + " of them no more than " + windowTokens + " tokens";
        return values + " x " + cacheBits + " bits / 8 x " + layers + " layers" + windows;
    }
}
