package dev.emplace.cli.netbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a power feed may carry without end. */
final class FeedWatts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final BigDecimal MOST_VOLT_AMPERES = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MOST_VOLTS = BigDecimal.valueOf(1_000_000);

    /** As NetBox reckons with it. */
    private static final BigDecimal ROOT_OF_THREE = new BigDecimal("1.732");

    private FeedWatts() {}

    /**
     * Real watts.
     *
     * <p>NetBox's {@code available_power} is in volt-amperes and has {@code max_utilization}, 80 unless changed, in it
     * already: it takes no second derate. Without it the same is worked out from volts, amperes and phases.
     */
    static long of(NetBoxObject feed, BigDecimal powerFactor) {
        BigDecimal voltAmperes = feed.amount("available_power").orElseGet(() -> available(feed));
        if (voltAmperes.signum() <= 0 || voltAmperes.compareTo(MOST_VOLT_AMPERES) > 0) {
            throw feed.malformed(
                    "available_power",
                    "above 0, to " + MOST_VOLT_AMPERES.toPlainString() + " (volt-amperes), but comes to "
                            + voltAmperes.round(MathContext.DECIMAL32));
        }
        BigDecimal factor = feed.choice("supply").equals("dc") ? BigDecimal.ONE : powerFactor;
        return voltAmperes.multiply(factor).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static BigDecimal available(NetBoxObject feed) {
        // Negative for direct current, such as -48 V.
        BigDecimal volts = feed.number("voltage")
                .map(BigDecimal::abs)
                .filter(value -> value.compareTo(MOST_VOLTS) <= 0)
                .orElseThrow(() -> feed.malformed("voltage", "a number, at most " + MOST_VOLTS + " either way"));
        BigDecimal single = volts.multiply(needed(feed, "amperage"))
                .multiply(needed(feed, "max_utilization"))
                .divide(HUNDRED, MathContext.DECIMAL64);
        return feed.choice("phase").equals("three-phase") ? single.multiply(ROOT_OF_THREE) : single;
    }

    private static BigDecimal needed(NetBoxObject feed, String field) {
        return feed.amount(field).orElseThrow(() -> feed.malformed(field, "a number"));
    }
}
