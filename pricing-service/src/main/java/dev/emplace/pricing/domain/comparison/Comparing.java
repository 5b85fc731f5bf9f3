package dev.emplace.pricing.domain.comparison;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.ExchangeRateMissingException;
import dev.emplace.pricing.domain.WorkNeverEndsException;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.quotes.LineKind;
import dev.emplace.pricing.domain.quotes.Quote;
import dev.emplace.pricing.domain.quotes.QuoteLine;
import dev.emplace.pricing.domain.quotes.Quoting;
import dev.emplace.pricing.domain.quotes.Usage;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Holds offers against a baseline: all do the same work.
 *
 * @param step by which share inputs are moved, above 0 and below 1
 * @param claim a band that the saving is said to lie in
 */
public record Comparing(Quoting quoting, Usage usage, Offer baseline, BigDecimal step, Optional<Band> claim) {

    /** What is paid for the machines themselves: moves with their price. */
    private static final Set<LineKind> BESIDE_MACHINES =
            EnumSet.of(LineKind.EGRESS, LineKind.STAGING, LineKind.STORAGE, LineKind.SURCHARGE);

    public Quote baselineQuote() {
        return quoting.quote(baseline, usage);
    }

    /** An ExchangeRateMissingException where the offer's currency is not the baseline's. */
    public Comparison with(Offer offer) {
        var base = baselineQuote();
        var quote = quoting.quote(offer, usage);
        if (!quote.total().currency().equals(base.total().currency())) {
            throw new ExchangeRateMissingException(
                    offer,
                    quote.total().currency().equals("USD")
                            ? base.total().currency()
                            : quote.total().currency());
        }
        var gap = total(base).subtract(total(quote));
        var cheaper = where(use -> cost(baseline, use).subtract(cost(offer, use)));
        return new Comparison(
                base,
                quote,
                saving(total(base), total(quote)),
                cheaper.flatMap(UtilizationRange::change),
                cheaper,
                claim.flatMap(band -> claimed(offer, band)),
                change(gap, machines(quote)),
                change(gap.negate(), machines(base)),
                new Sensitivities(this, base, quote).all());
    }

    BigDecimal cost(Offer offer, BigDecimal utilization) {
        return total(quoting.quote(offer, usage.withUtilization(utilization)));
    }

    static BigDecimal saving(BigDecimal base, BigDecimal other) {
        return BigDecimal.ONE.subtract(other.divide(base, PRECISION), PRECISION);
    }

    static BigDecimal total(Quote quote) {
        return quote.total().amount();
    }

    static BigDecimal machines(Quote quote) {
        return quote.lines().stream()
                .filter(line -> !BESIDE_MACHINES.contains(line.kind()))
                .map(QuoteLine::amount)
                .map(amount -> amount.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<UtilizationRange> claimed(Offer offer, Band band) {
        var enough = where(use -> left(use, band.minimum()).subtract(cost(offer, use)));
        var notMore = where(use -> cost(offer, use).subtract(left(use, band.maximum())));
        return enough.flatMap(one -> notMore.flatMap(one::and));
    }

    /** What the baseline costs less the share that is saved. */
    private BigDecimal left(BigDecimal utilization, BigDecimal savedShare) {
        return cost(baseline, utilization).multiply(BigDecimal.ONE.subtract(savedShare), PRECISION);
    }

    /** Nowhere, where interruptions keep the work from ending at some utilization. */
    private static Optional<UtilizationRange> where(UnaryOperator<BigDecimal> gain) {
        try {
            return UtilizationRange.where(gain);
        } catch (WorkNeverEndsException tooOften) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> change(BigDecimal gap, BigDecimal machines) {
        return machines.signum() == 0 ? Optional.empty() : Optional.of(gap.divide(machines, PRECISION));
    }
}
