package dev.emplace.power.domain.draw;

/**
 * How the batch size moves the draw of language-model serving, against the median over all batch sizes.
 *
 * <p>Medians of the H100 chat configurations of the ML.ENERGY leaderboard by batch: 0.61 of TDP up to 8, 0.67 up to
 * 64, 0.80 up to 256, 0.84 above, over 0.71 for all. Between the middles of those bins it is linear in log2(batch).
 */
final class BatchEffect {
    private static final double[] LOG2_BATCH = {2, 5, 7, 9};
    private static final double[] FACTOR = {0.86, 0.94, 1.13, 1.18};

    private BatchEffect() {}

    static double factor(int batchSize) {
        double log2 = Math.log(batchSize) / Math.log(2);
        for (int i = 1; i < LOG2_BATCH.length; i++) {
            if (log2 <= LOG2_BATCH[i]) {
                double part = Math.max(0, (log2 - LOG2_BATCH[i - 1]) / (LOG2_BATCH[i] - LOG2_BATCH[i - 1]));
                return FACTOR[i - 1] + part * (FACTOR[i] - FACTOR[i - 1]);
            }
        }
        return FACTOR[FACTOR.length - 1];
    }
}
