package dev.emplace.pricing.domain.offers;

import java.math.BigDecimal;
import java.time.Duration;

/** How long a buyer is bound: whole months, each a twelfth of 8,760 hours, or whole days. */
public record Term(int length, Unit unit) {

    /** What a term is counted in. */
    public enum Unit {
        MONTHS("m", 730, 120),
        DAYS("d", 24, 366);

        private final String letter;
        private final int hours;
        private final int longest;

        Unit(String letter, int hours, int longest) {
            this.letter = letter;
            this.hours = hours;
            this.longest = longest;
        }
    }

    public Term {
        if (length < 1 || length > unit.longest) {
            throw new IllegalArgumentException(
                    "a term of " + length + " " + unit + " must lie within 1 and " + unit.longest);
        }
    }

    public static Term ofMonths(int months) {
        return new Term(months, Unit.MONTHS);
    }

    public static Term ofDays(int days) {
        return new Term(days, Unit.DAYS);
    }

    public BigDecimal hours() {
        return BigDecimal.valueOf((long) length * unit.hours);
    }

    public Duration duration() {
        return Duration.ofHours((long) length * unit.hours);
    }

    /** As it stands in the names of offers: {@code 12m}, {@code 1d}. */
    public String code() {
        return length + unit.letter;
    }
}
