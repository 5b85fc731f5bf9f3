package dev.emplace.cli.option;

import com.google.type.Decimal;
import com.google.type.Money;
import dev.emplace.cli.option.Values.Dollars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shares as people type them: in percent. */
public final class Ratios {

    private static final String NUMBER = "\\d{1,6}(\\.\\d{1,9})?";

    private Ratios() {}

    /** A number, as the contract's decimal: 0.8. */
    public static final class Plain implements ITypeConverter<Decimal> {
        @Override
        public Decimal convert(String text) {
            return decimal(number(text, "a number such as 0.8"));
        }
    }

    /** Dollars, as the contract's money: 2.50. */
    public static final class Usd implements ITypeConverter<Money> {
        @Override
        public Money convert(String text) {
            return new Dollars().convert(text);
        }
    }

    /** A percentage, as a share: 70 becomes 0.7. */
    public static final class Percent implements ITypeConverter<Decimal> {
        @Override
        public Decimal convert(String text) {
            return decimal(number(text, "a percentage such as 70").movePointLeft(2));
        }
    }

    /**
     * Two numbers, the lower first: 40-60.
     *
     * @param from the lower
     * @param to the upper
     */
    public record Range(BigDecimal from, BigDecimal to) {

        public Decimal fromPercent() {
            return decimal(from.movePointLeft(2));
        }

        public Decimal toPercent() {
            return decimal(to.movePointLeft(2));
        }

        public Money fromUsd() {
            return new Dollars().convert(from.toPlainString());
        }

        public Money toUsd() {
            return new Dollars().convert(to.toPlainString());
        }
    }

    /** Reads a range. */
    public static final class Ranges implements ITypeConverter<Range> {
        @Override
        public Range convert(String text) {
            String[] ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new TypeConversionException("'" + text + "' is no range such as 40-60");
            }
            BigDecimal from = number(ends[0], "a range such as 40-60");
            BigDecimal to = number(ends[1], "a range such as 40-60");
            if (from.compareTo(to) > 0) {
                throw new TypeConversionException("'" + text + "' ends below its beginning");
            }
            return new Range(from, to);
        }
    }

    static Decimal decimal(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return Decimal.newBuilder()
                .setValue(plain.setScale(Math.max(0, plain.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString())
                .build();
    }

    private static BigDecimal number(String text, String wanted) {
        if (!text.strip().matches(NUMBER)) {
            throw new TypeConversionException("'" + text + "' is not " + wanted);
        }
        return new BigDecimal(text.strip());
    }
}
