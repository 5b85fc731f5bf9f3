package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An hour of it, with the transport of its input, may not cost more than the budget. */
final class BudgetCheck implements Check {
    private final Constraints constraints;

    BudgetCheck(Constraints constraints) {
        this.constraints = constraints;
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        Optional<BigDecimal> budget = constraints.maximumHourlyUsd();
        BigDecimal hourly = candidate.cost().hourlyUsd();
        if (budget.isEmpty() || hourly.compareTo(budget.get()) <= 0) {
            return Optional.empty();
        }
        double share = budget.get().signum() == 0
                ? Double.MAX_VALUE
                : hourly.doubleValue() / budget.get().doubleValue();
        return Failure.of(
                Constraint.BUDGET,
                Show.usdPerHour(hourly),
                Show.usdPerHour(budget.get()),
                "fits with a budget of " + Show.usdPerHour(hourly.setScale(2, RoundingMode.CEILING)),
                "it costs more than the budget",
                share);
    }
}
