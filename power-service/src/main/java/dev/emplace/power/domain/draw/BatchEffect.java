package dev.emplace.power.domain.draw;

/**
 * How the batch size moves the draw of language-model serving, against the median over all batch sizes.
 *
 * <p>A logistic in log2(batch), laid through the medians of the H100 chat configurations of the ML.ENERGY leaderboard:
 * 0.61 of TDP up to a batch of 8, 0.67 up to 64, 0.80 up to 256, 0.84 above, over 0.71 for all.
 */
final class BatchEffect {
    private static final double LEAST = 0.83;
    private static final double RISE = 0.37;
    private static final double MIDDLE = 5.8;
    private static final double WIDTH = 1.1;

    private BatchEffect() {}

    static double factor(int batchSize) {
        return LEAST + RISE * Logistic.at((Log2.of(batchSize) - MIDDLE) / WIDTH);
    }
}
