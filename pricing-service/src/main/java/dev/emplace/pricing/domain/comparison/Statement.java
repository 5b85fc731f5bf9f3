package dev.emplace.pricing.domain.comparison;

import dev.emplace.pricing.domain.quotes.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A comparison as one sentence, with the condition under which it stops being true. */
public final class Statement {

    private Statement() {}

    public static String of(Comparison comparison) {
        var use = comparison.quote().usage().utilization();
        return comparison.quote().offer().id() + " " + saves(comparison.savingShare()) + " "
                + name(comparison.baseline()) + " at " + percent(use, 1) + " use; " + condition(comparison)
                + claim(comparison);
    }

    private static String saves(BigDecimal share) {
        if (share.abs().movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).signum() == 0) {
            return "costs the same as";
        }
        return share.signum() > 0
                ? "saves " + percent(share, 0) + " against"
                : "costs " + percent(share.negate(), 0) + " more than";
    }

    private static String condition(Comparison comparison) {
        if (comparison.cheaper().isEmpty()) {
            return "it is dearer at every utilization";
        }
        var range = comparison.cheaper().get();
        if (comparison.breakEven().isEmpty()) {
            return "it is no dearer at any utilization";
        }
        return range.maximum().compareTo(BigDecimal.ONE) == 0
                ? "it is cheaper from " + percent(range.minimum(), 1) + " use on"
                : "it is cheaper up to " + percent(range.maximum(), 1) + " use";
    }

    private static String claim(Comparison comparison) {
        return comparison
                .claimed()
                .map(range -> "; the claimed saving holds from " + percent(range.minimum(), 1) + " to "
                        + percent(range.maximum(), 1) + " use")
                .orElse("");
    }

    private static String name(Quote quote) {
        return quote.offer().id();
    }

    private static String percent(BigDecimal share, int decimals) {
        var rounded = share.movePointRight(2).setScale(decimals, RoundingMode.HALF_EVEN);
        var shown = decimals > 0 && rounded.stripTrailingZeros().scale() <= 0
                ? rounded.setScale(0, RoundingMode.UNNECESSARY)
                : rounded;
        return shown.toPlainString() + "%";
    }
}
