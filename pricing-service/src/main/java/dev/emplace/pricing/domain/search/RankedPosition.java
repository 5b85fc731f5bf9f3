package dev.emplace.pricing.domain.search;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where a ranking stands after an offer: enough to go on behind it, in a later catalog too.
 *
 * @param rankNanos what the ranking compares first
 * @param perMachineNanos what it compares next
 * @param offerId what it compares last
 */
public record RankedPosition(long rankNanos, long perMachineNanos, String offerId)
        implements Comparable<RankedPosition> {

    static final RankedPosition FIRST = new RankedPosition(0, 0, "");

    private static final char SEPARATOR = '|';

    private static final Comparator<RankedPosition> ORDER = Comparator.comparingLong(RankedPosition::rankNanos)
            .thenComparingLong(RankedPosition::perMachineNanos)
            .thenComparing(RankedPosition::offerId);

    public String encoded() {
        return "" + rankNanos + SEPARATOR + perMachineNanos + SEPARATOR + offerId;
    }

    /** Reads what {@link #encoded} wrote; empty for anything else. */
    public static Optional<RankedPosition> decoded(String text) {
        int first = text.indexOf(SEPARATOR);
        int second = text.indexOf(SEPARATOR, first + 1);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RankedPosition(
                    Long.parseLong(text.substring(0, first)),
                    Long.parseLong(text.substring(first + 1, second)),
                    text.substring(second + 1)));
        } catch (NumberFormatException notAPosition) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(RankedPosition other) {
        return ORDER.compare(this, other);
    }
}
