package dev.emplace.pricing.domain.quotes;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The checkpoint interval of the least rework: √(2δ/λ) where interruptions are rare (Young 1974); beyond, the root of
 * e^{λτ}(1 − λτ) = e^{−λδ}, where the derivative of Daly's formula is zero. To the second, since it is a choice: what it
 * costs is computed exactly.
 */
final class BestInterval {

    private static final double RARE = 0.1;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int HALVINGS = 60;

    private BestInterval() {}

    /**
     * @param rate λ, an hour, above 0
     * @param delta δ, in hours, above 0
     */
    static Duration of(BigDecimal rate, BigDecimal delta) {
        double lambda = rate.doubleValue();
        double cost = delta.doubleValue();
        double young = Math.sqrt(2 * cost / lambda);
        double hours = lambda * (young + cost) <= RARE ? young : rootOfDaly(lambda * cost) / lambda;
        return Duration.ofSeconds(Math.max(1, Math.round(hours * SECONDS_PER_HOUR)));
    }

    /** λτ in (0, 1): the left side falls from 1 to 0 there. */
    private static double rootOfDaly(double lambdaDelta) {
        double target = Math.exp(-lambdaDelta);
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Math.exp(middle) * (1 - middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
