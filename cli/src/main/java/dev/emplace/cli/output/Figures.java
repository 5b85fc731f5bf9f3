package dev.emplace.cli.output;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import com.google.type.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private Figures() {}

    /** A price with cents, and four places below a dollar. */
    public static String price(Money money) {
        BigDecimal amount = BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
        int places = amount.abs().compareTo(ONE) < 0 && amount.signum() != 0 ? 4 : 2;
        String sign = money.getCurrencyCode().equals("USD") ? "$" : money.getCurrencyCode() + " ";
        return sign + String.format(Locale.ROOT, "%,." + places + "f", amount.setScale(places, RoundingMode.HALF_EVEN));
    }

    /** A duration in milliseconds. */
    public static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", Durations.toNanos(duration) / 1e6);
    }

    /** Watts, in kilowatts from one kilowatt on. */
    public static String watts(long watts) {
        return watts < 1000 ? watts + " W" : String.format(Locale.ROOT, "%,.1f kW", watts / 1000.0);
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
