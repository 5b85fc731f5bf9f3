package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/**
 * What it brings to move a workload from where it runs to another place, over the planned time.
 *
 * @param grossUsd what today's place costs less what the other one does; below 0 where that is dearer
 * @param movingUsd what moving costs once, and what is owed for today's place all the same
 * @param breakEven after which time that has come back; empty where it never does
 */
public record Move(BigDecimal grossUsd, BigDecimal movingUsd, Optional<Duration> breakEven) {
    static Move of(Today today, Cost there, Term term, Transport transport) {
        BigDecimal gross = today.hourlyUsd().multiply(term.hours()).subtract(there.totalUsd());
        BigDecimal moving = today.movingUsd(transport).add(today.owedUsd());
        return new Move(gross, moving, breakEven(gross, moving, term));
    }

    /** Within the planned time: beyond it, what is not planned is not known either. */
    private static Optional<Duration> breakEven(BigDecimal gross, BigDecimal moving, Term term) {
        if (gross.signum() <= 0 || moving.compareTo(gross) > 0) {
            return Optional.empty();
        }
        BigDecimal share = moving.divide(gross, MathContext.DECIMAL64);
        return Optional.of(Duration.ofSeconds(
                share.multiply(BigDecimal.valueOf(term.duration().toSeconds())).longValue()));
    }

    /** What is left; below 0 where it is better to stay. */
    public BigDecimal netUsd() {
        return grossUsd.subtract(movingUsd);
    }

    String told(Today today, Prices.Quote there, Term term) {
        String from = today.offer().isEmpty() ? "where it runs today" : today.offer();
        String sums = Show.usd(grossUsd.abs()) + (grossUsd.signum() < 0 ? " more" : " less") + " in "
                + Show.days(term.duration()) + ", and " + Show.usd(movingUsd) + " once";
        return netUsd().signum() > 0
                ? "Moving from " + from + " to " + there.offer() + " saves " + Show.usd(netUsd()) + ": " + sums
                        + breakEven
                                .map(after -> ", back after " + Show.days(after))
                                .orElse("") + "."
                : "Staying at " + from + " is " + Show.usd(netUsd().negate()) + " cheaper than moving to "
                        + there.offer() + ": " + sums + ".";
    }
}
