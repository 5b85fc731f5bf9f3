package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.PriceBasis;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One source of prices, and what all of its prices have in common.
 *
 * @param name such as {@code aws-karpenter}; ends the names of its offers
 * @param document a citation of what is read
 * @param observed the day on which the source said so
 */
public record Feed(String name, Authority authority, PriceBasis basis, String document, LocalDate observed) {

    /** Of the same letters as the names of offers, and short enough to stand in them. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public static final int LONGEST_NAME = 40;

    /** The feed of what ships with the service, which no import may withdraw. */
    private static final String SHIPPED = "bundled";

    public Feed {
        requireName(name);
    }

    /** The same with prices that were agreed with one customer. */
    Feed contracted() {
        return new Feed(name, authority, PriceBasis.CONTRACTED, document, observed);
    }

    /** An IllegalArgumentException for what no source of imports can be called. */
    public static void requireName(String name) {
        if (name.equals(SHIPPED)) {
            throw new IllegalArgumentException("source '" + SHIPPED + "' is what ships with the service; take another");
        }
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("source '" + name
                    + "' is not lower-case words joined by hyphens, at most " + LONGEST_NAME + " letters");
        }
    }
}
