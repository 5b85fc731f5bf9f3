package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source says of a price beside the price.
 *
 * @param until the first instant at which it no longer holds, or is no longer sold, where the source says so
 * @param upfront what is paid before the term begins; zero for nothing
 * @param minimumInstances the fewest that are sold together
 * @param dates of a capacity block
 */
public record Conditions(Optional<Instant> until, BigDecimal upfront, int minimumInstances, Optional<Window> dates) {

    public static final Conditions NONE = new Conditions(Optional.empty(), BigDecimal.ZERO, 1, Optional.empty());

    /** When what is sold has ended at the latest: a block that is over can be bought no more. */
    Optional<Instant> end() {
        return until.or(() -> dates.map(Window::end));
    }
}
