package dev.emplace.pricing.domain.providers;

import dev.emplace.pricing.domain.offers.Source;
import java.util.OptionalLong;

/**
 * An installation of accelerators that its owner has made known.
 *
 * @param statement what and where it is
 * @param powerWatts absent where the source does not say
 * @param accelerators absent where the source does not say
 */
public record Deployment(String statement, OptionalLong powerWatts, OptionalLong accelerators, Source source) {
    public Deployment {
        requirePositive("power", powerWatts);
        requirePositive("accelerators", accelerators);
    }

    private static void requirePositive(String what, OptionalLong number) {
        if (number.isPresent() && number.getAsLong() <= 0) {
            throw new IllegalArgumentException(
                    "a deployment's " + what + " is " + number.getAsLong() + "; leave it out if unknown");
        }
    }
}
