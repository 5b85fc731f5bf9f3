package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one offer costs for one usage.
 *
 * @param machines bought
 * @param spareAccelerators of those machines that the usage does not need
 * @param lines whose sum is the total
 * @param committed what the buyer is bound to pay for the machines in all; absent where nothing binds it
 * @param rework what interruptions add; absent where there are none, or nobody says how many
 * @param worth a commitment held against on demand; absent without one, or without that price
 * @param notIncluded what the total leaves out, since nobody states its price
 */
public record Quote(
        Offer offer,
        Usage usage,
        long machines,
        BigDecimal spareAccelerators,
        List<QuoteLine> lines,
        Optional<Money> committed,
        Optional<Rework> rework,
        Optional<CommitmentWorth> worth,
        List<String> notIncluded) {

    public Quote {
        lines = List.copyOf(lines);
        notIncluded = List.copyOf(notIncluded);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a quote needs at least one line");
        }
    }

    /** The sum of the lines, for the whole duration. */
    public Money total() {
        return lines.stream().map(QuoteLine::amount).reduce(Money::plus).orElseThrow();
    }

    public Money perHour() {
        return total().dividedBy(usage.hours());
    }

    /** The total over the accelerator-hours that did useful work. */
    public Money perUsefulAcceleratorHour() {
        return total().dividedBy(usage.usefulAcceleratorHours());
    }

    /** What the usage achieves, where its throughput is known. */
    public List<Throughput.Achieved> achieved() {
        return usage.terms().throughput().achieved(usage);
    }
}
