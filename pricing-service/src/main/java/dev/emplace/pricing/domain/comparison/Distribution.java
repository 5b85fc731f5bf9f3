package dev.emplace.pricing.domain.comparison;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/** How values are spread. */
public final class Distribution {

    private final List<BigDecimal> ascending;

    /** Of one value or more. */
    public Distribution(Collection<BigDecimal> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing is distributed");
        }
        ascending = values.stream().sorted().toList();
    }

    public int count() {
        return ascending.size();
    }

    /**
     * The value that this share of the others lies below; between two values in proportion.
     *
     * @param share from 0, the least, to 1, the greatest
     */
    public BigDecimal quantile(BigDecimal share) {
        var position = share.multiply(BigDecimal.valueOf(ascending.size() - 1L));
        int below = position.setScale(0, RoundingMode.FLOOR).intValueExact();
        var lower = ascending.get(below);
        var upper = ascending.get(Math.min(below + 1, ascending.size() - 1));
        var between = position.subtract(BigDecimal.valueOf(below));
        return lower.add(upper.subtract(lower).multiply(between, PRECISION), PRECISION);
    }

    public int countOf(Band band, Band.Position position) {
        return (int) ascending.stream()
                .filter(value -> band.position(value) == position)
                .count();
    }

    /** How many are zero or less. */
    public int countWithoutGain() {
        return (int) ascending.stream().filter(value -> value.signum() <= 0).count();
    }
}
