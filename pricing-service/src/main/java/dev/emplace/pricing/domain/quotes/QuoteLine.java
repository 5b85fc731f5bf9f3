package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One part of a price: the product of its factors, rounded to nanos once, and how it came about. */
public record QuoteLine(LineKind kind, String description, Money amount, String formula, List<Input> inputs) {

    public QuoteLine {
        inputs = List.copyOf(inputs);
    }

    /** The formula is written from the same factors as the amount, so the two cannot disagree. */
    static QuoteLine product(LineKind kind, String description, String currency, Factor... factors) {
        var amount = Stream.of(factors)
                .map(Factor::value)
                .reduce(BigDecimal.ONE, (left, right) -> left.multiply(right, PRECISION));
        var formula = Stream.of(factors).map(Factor::expression).collect(Collectors.joining(" * "));
        var inputs = Stream.of(factors)
                .flatMap(factor -> factor.inputs().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new QuoteLine(kind, description, Money.rounded(currency, amount), formula, List.copyOf(inputs));
    }

    /** The same line in US dollars, at a rate. */
    QuoteLine times(Factor usdPerUnit) {
        var all = new LinkedHashSet<>(inputs);
        all.addAll(usdPerUnit.inputs());
        return new QuoteLine(
                kind,
                description,
                Money.rounded("USD", amount.amount().multiply(usdPerUnit.value(), PRECISION)),
                formula + " * " + usdPerUnit.expression(),
                List.copyOf(all));
    }
}
