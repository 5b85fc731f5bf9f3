package dev.emplace.pricing.domain.comparison;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.quotes.Quote;
import dev.emplace.pricing.domain.quotes.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One way to have the work done, held against a baseline.
 *
 * @param savingShare of the baseline's price; negative where this is dearer
 * @param breakEven the utilization at which both cost the same; absent where none is
 * @param cheaper where this costs no more; absent where nowhere
 * @param claimed where the saving lies in the claimed band; absent where nowhere, or nothing is claimed
 * @param flippingChange of this one's machine price, as a share, at which both cost the same
 * @param flippingBaselineChange the same of the baseline's
 */
public record Comparison(
        Quote baseline,
        Quote quote,
        BigDecimal savingShare,
        Optional<BigDecimal> breakEven,
        Optional<UtilizationRange> cheaper,
        Optional<UtilizationRange> claimed,
        Optional<BigDecimal> flippingChange,
        Optional<BigDecimal> flippingBaselineChange,
        List<SavingSensitivity> sensitivities) {

    public Comparison {
        sensitivities = List.copyOf(sensitivities);
    }

    public Money monthly() {
        return monthly(quote);
    }

    public static Money monthly(Quote quote) {
        return quote.total().dividedBy(quote.usage().months());
    }

    public Money monthlySaving() {
        var saving = monthly(baseline).amount().subtract(monthly().amount());
        return new Money(monthly().currency(), saving);
    }

    /** Useful accelerator-hours of a month at the break-even. */
    public Optional<BigDecimal> breakEvenAcceleratorHours() {
        return breakEven.map(utilization -> utilization
                .multiply(Usage.HOURS_PER_MONTH)
                .multiply(BigDecimal.valueOf(quote.usage().accelerators())));
    }
}
