package dev.emplace.pricing.domain.quotes;

import java.math.BigDecimal;
import java.util.List;

/** A part of a formula: as text, as a value, and the inputs that its text names. */
public record Factor(String expression, BigDecimal value, List<Input> inputs) {

    public Factor {
        inputs = List.copyOf(inputs);
    }

    static Factor of(Input input) {
        return new Factor(input.name(), input.value(), List.of(input));
    }

    static Factor of(String name, BigDecimal value, String unit, String source) {
        return of(new Input(name, value, unit, source));
    }
}
