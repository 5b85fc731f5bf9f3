package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a source says of a price beside the price.
 *
 * @param until the first instant at which it no longer holds, or is no longer sold, to the microsecond, where the source
 *     says so
 * @param upfront what is paid before the term begins; zero for nothing
 * @param minimumInstances the fewest that are sold together
 * @param dates of a capacity block, to the microsecond
 */
public record Conditions(Optional<Instant> until, BigDecimal upfront, int minimumInstances, Optional<Window> dates) {

    public static final Conditions NONE = new Conditions(Optional.empty(), BigDecimal.ZERO, 1, Optional.empty());

    public Conditions {
        until = until.map(time -> time.truncatedTo(ChronoUnit.MICROS));
        dates = dates.map(block -> new Window(
                block.start().truncatedTo(ChronoUnit.MICROS), block.end().truncatedTo(ChronoUnit.MICROS)));
    }

    /** That it ends, and nothing else. */
    public static Conditions until(Optional<Instant> end) {
        return end.isEmpty() ? NONE : new Conditions(end, BigDecimal.ZERO, 1, Optional.empty());
    }

    /** When what is sold has ended at the latest: a block that is over can be bought no more, whatever its price. */
    Optional<Instant> end() {
        return Stream.of(until, dates.map(Window::end))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
