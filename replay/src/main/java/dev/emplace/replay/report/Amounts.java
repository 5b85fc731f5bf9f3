package dev.emplace.replay.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Sums as people read them. */
public final class Amounts {

    private Amounts() {}

    static BigDecimal cents(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Whole dollars. */
    public static String dollars(BigDecimal usd) {
        return String.format(Locale.ROOT, "$%,.0f", usd);
    }

    /** A share with a tenth of a percent; n/a for a share of nothing. */
    public static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : "n/a";
    }

    /** A part's name in words: hyperscaler_on_demand becomes hyperscaler on demand. */
    public static String words(String name) {
        return name.replace('_', ' ').replace("gpu cloud", "GPU cloud");
    }
}
