package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;

/**
 * A commitment held against the same machine on demand, which is paid only while it works.
 *
 * @param committed price of an hour, its upfront payment spread over the term
 * @param breakEven share of hours with work from which the commitment is cheaper; above 1 it never is
 * @param saving at the usage's utilization; negative below the break-even, which is the waste
 */
public record CommitmentWorth(OnDemandPrice onDemand, Money committed, BigDecimal breakEven, Money saving) {}
