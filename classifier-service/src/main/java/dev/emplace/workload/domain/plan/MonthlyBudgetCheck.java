package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** A month of it may not cost more than the budget; of work that is over sooner, all of it. */
final class MonthlyBudgetCheck implements Check {
    private final Constraints constraints;

    MonthlyBudgetCheck(Constraints constraints) {
        this.constraints = constraints;
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        Optional<BigDecimal> budget = constraints.maximumMonthlyUsd();
        BigDecimal monthly = monthly(candidate);
        if (budget.isEmpty() || monthly.compareTo(budget.get()) <= 0) {
            return Optional.empty();
        }
        double share = budget.get().signum() == 0
                ? Double.MAX_VALUE
                : monthly.doubleValue() / budget.get().doubleValue();
        return Failure.of(
                Constraint.BUDGET,
                Show.usd(monthly) + " a month",
                Show.usd(budget.get()) + " a month",
                "fits with a monthly budget of " + Show.usd(monthly.setScale(2, RoundingMode.CEILING)),
                "it costs more than a month's budget",
                share);
    }

    static BigDecimal monthly(Candidate candidate) {
        BigDecimal months = candidate.term().hours().divide(Term.HOURS_PER_MONTH, MathContext.DECIMAL64);
        return candidate.cost().totalUsd().divide(months.max(BigDecimal.ONE), MathContext.DECIMAL64);
    }
}
