package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers as people read them. */
final class Show {
    private Show() {}

    static String gigabytes(double bytes) {
        return number(bytes / 1e9, bytes < 1e10 ? 1 : 0) + " GB";
    }

    static String millis(double millis) {
        return number(millis, 2) + " ms";
    }

    static String kilowatts(long watts) {
        return number(watts / 1e3, 1) + " kW";
    }

    static String days(Duration duration) {
        return number(duration.toSeconds() / 86_400.0, 1) + " days";
    }

    /** In the largest unit of which there are two: "90 s", "36 h", "4.5 days". */
    static String span(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return number(seconds / 60.0, 1) + " min";
        }
        return duration.toDays() < 4 ? number(seconds / 3_600.0, 2) + " h" : days(duration);
    }

    static String usd(BigDecimal usd) {
        return "USD " + usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static String usdPerHour(BigDecimal usd) {
        return usd(usd) + "/h";
    }

    static String percent(BigDecimal share) {
        return number(share.doubleValue() * 100, 4) + "%";
    }

    /** Never more than the number itself. */
    static String floor(double number, int digits) {
        return BigDecimal.valueOf(number)
                .setScale(digits, RoundingMode.FLOOR)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String number(double number, int digits) {
        return BigDecimal.valueOf(number)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
