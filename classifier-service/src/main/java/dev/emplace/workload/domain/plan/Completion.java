package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When work that ends is done at a place.
 *
 * @param begin when there are machines for it
 * @param work as its owner states it, pauses included
 * @param rework what interruptions add to that
 */
record Completion(Instant begin, Duration work, Duration rework) {

    /** Empty for work that does not end, and where nobody states how long it takes, or when it begins. */
    static Optional<Completion> of(
            Optional<Schedule> schedule, WorkloadClass workloadClass, Term term, Prices.Quote quote) {
        return schedule.filter(any -> workloadClass.worksOff() && term.stated())
                .map(known -> new Completion(
                        later(known.start(), quote.availableFrom()), term.duration(), rework(term, quote)));
    }

    private static Instant later(Instant start, Optional<Instant> available) {
        return available.filter(from -> from.isAfter(start)).orElse(start);
    }

    /** Interruptions happen while it runs, and not in its pauses. */
    private static Duration rework(Term term, Prices.Quote quote) {
        return quote.reworkShare()
                .map(share -> Duration.ofSeconds(
                        share.multiply(BigDecimal.valueOf(term.running().toSeconds()))
                                .setScale(0, RoundingMode.CEILING)
                                .longValueExact()))
                .orElse(Duration.ZERO);
    }

    Instant end() {
        return uninterrupted().plus(rework);
    }

    /** When it would be done if nothing interrupted it. */
    Instant uninterrupted() {
        return begin.plus(work);
    }
}
