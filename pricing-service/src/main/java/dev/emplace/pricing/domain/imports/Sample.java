package dev.emplace.pricing.domain.imports;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Prices of the same kind of thing, in billionths of a dollar; small, since there are many samples. */
final class Sample {

    private long[] nanos = new long[4];
    private int size;
    private boolean sorted = true;

    void add(BigDecimal price) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = price.movePointRight(9).longValue();
        sorted = false;
    }

    int size() {
        return size;
    }

    /** The middle one, the lower of two; empty for fewer than so many, of which none can be called usual. */
    Optional<BigDecimal> median(int atLeast) {
        if (size < atLeast) {
            return Optional.empty();
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, size);
            sorted = true;
        }
        return Optional.of(BigDecimal.valueOf(nanos[(size - 1) / 2], 9));
    }
}
