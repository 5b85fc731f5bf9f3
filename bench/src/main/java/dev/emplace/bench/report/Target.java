package dev.emplace.bench.report;

import java.math.BigDecimal;

/** The bound that a ratio of ours to the baseline is held against. */
public record Target(Sense sense, double bound) {

    /** On which side of the bound the ratio should lie. */
    public enum Sense {
        AT_LEAST(">="),
        AT_MOST("<="),
        NONE("none");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }
    }

    public static Target atLeast(double bound) {
        return new Target(Sense.AT_LEAST, bound);
    }

    public static Target atMost(double bound) {
        return new Target(Sense.AT_MOST, bound);
    }

    /** Nothing is asked of the ratio; it is shown. */
    public static Target none() {
        return new Target(Sense.NONE, 0);
    }

    public boolean isMetBy(double ratio) {
        return switch (sense) {
            case AT_LEAST -> ratio >= bound;
            case AT_MOST -> ratio <= bound;
            case NONE -> true;
        };
    }

    @Override
    public String toString() {
        return sense == Sense.NONE
                ? sense.sign
                : sense.sign + " "
                        + BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
