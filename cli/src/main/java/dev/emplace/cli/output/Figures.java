package dev.emplace.cli.output;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.type.Decimal;
import com.google.type.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final double GIGABYTE = 1e9;
    private static final long HOUR_SECONDS = 3600;
    private static final long DAY_SECONDS = 24 * HOUR_SECONDS;

    private Figures() {}

    /** A price with cents, and four places below a dollar. */
    public static String price(Money money) {
        BigDecimal amount = amount(money);
        int places = amount.abs().compareTo(ONE) < 0 && amount.signum() != 0 ? 4 : 2;
        String sign = money.getCurrencyCode().equals("USD") ? "$" : money.getCurrencyCode() + " ";
        return sign + String.format(Locale.ROOT, "%,." + places + "f", amount.setScale(places, RoundingMode.HALF_EVEN));
    }

    /** An amount in dollars and cents. */
    static String dollars(BigDecimal amount) {
        return "$" + String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
    }

    static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
    }

    /** A share as a percentage: whole, or with a tenth. */
    static String percent(Decimal share, int decimals) {
        BigDecimal percent =
                new BigDecimal(share.getValue()).movePointRight(2).setScale(decimals, RoundingMode.HALF_EVEN);
        return percent.toPlainString() + "%";
    }

    /** A duration in milliseconds. */
    public static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", Durations.toNanos(duration) / 1e6);
    }

    /** A span of time in its largest fitting unit: 45 s, 12 h, 30 days. */
    static String span(Duration duration) {
        long seconds = duration.getSeconds();
        if (seconds < 2 * HOUR_SECONDS) {
            return seconds + " s";
        }
        return seconds < 4 * DAY_SECONDS
                ? String.format(Locale.ROOT, "%,d h", seconds / HOUR_SECONDS)
                : String.format(Locale.ROOT, "%,d days", seconds / DAY_SECONDS);
    }

    /** The day of a moment in UTC. */
    static String date(Timestamp moment) {
        return Timestamps.toString(moment).substring(0, 10);
    }

    /** A moment in UTC to its minute: 2026-12-01T08:00Z. */
    static String minute(Timestamp moment) {
        return Timestamps.toString(moment).substring(0, 16) + "Z";
    }

    /** Watts, in kilowatts from one kilowatt on. */
    public static String watts(long watts) {
        return watts < 1000 ? watts + " W" : String.format(Locale.ROOT, "%,.1f kW", watts / 1000.0);
    }

    /** Bytes in decimal gigabytes. */
    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f GB", bytes / GIGABYTE);
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
