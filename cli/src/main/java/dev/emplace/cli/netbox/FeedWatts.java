package dev.emplace.cli.netbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a power feed may carry without end. */
final class FeedWatts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
        BigDecimal voltAmperes = feed.number("available_power").orElseGet(() -> available(feed));
        if (voltAmperes.signum() <= 0) {
            throw feed.malformed("available_power", "above 0 (volt-amperes)");
        }
        BigDecimal factor = feed.choice("supply").equals("dc") ? BigDecimal.ONE : powerFactor;
        return voltAmperes.multiply(factor).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static BigDecimal available(NetBoxObject feed) {
        BigDecimal volts = needed(feed, "voltage").abs();
        BigDecimal single = volts.multiply(needed(feed, "amperage"))
                .multiply(needed(feed, "max_utilization"))
                .divide(HUNDRED, MathContext.DECIMAL64);
        return feed.choice("phase").equals("three-phase") ? single.multiply(ROOT_OF_THREE) : single;
    }

    private static BigDecimal needed(NetBoxObject feed, String field) {
        return feed.number(field).orElseThrow(() -> feed.malformed(field, "a number"));
    }
}
