package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;

/** What somebody adds to a price: support, tax, a licence. */
public record Surcharge(String name, Amount amount) {

    /** How it is counted. */
    public sealed interface Amount {}

    /** Of the sum of all lines before it. */
    public record Share(BigDecimal share) implements Amount {}

    public record PerMonth(Money price) implements Amount {}

    public record PerMachineHour(Money price) implements Amount {}

    public record PerAcceleratorHour(Money price) implements Amount {}
}
