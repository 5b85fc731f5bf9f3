package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;

/**
 * What a place costs this workload.
 *
 * @param hourlyUsd while it runs, transport included
 * @param transportUsd bringing its input there, for the whole duration
 * @param totalUsd the quote and the transport, for the whole duration
 */
public record Cost(BigDecimal hourlyUsd, BigDecimal transportUsd, BigDecimal totalUsd) {
    static Cost of(Prices.Quote quote, Transport transport, Term term) {
        BigDecimal moving = transport.hourlyUsd(quote);
        BigDecimal whole = moving.multiply(term.runningHours());
        return new Cost(quote.hourlyUsd().add(moving), whole, quote.totalUsd().add(whole));
    }
}
