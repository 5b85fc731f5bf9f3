package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where the workload runs now.
 *
 * @param offer its offer, by name; "" where the catalog has none
 * @param hourlyUsd what it costs there in each hour of the planned time
 * @param owedUsd what is still to be paid for it after a move, such as the rest of a commitment
 * @param movedGigabytes what has to be moved from there, once
 * @param movingUsdPerGb what that costs by the gigabyte; empty is what bringing input costs
 */
public record Today(
        String offer,
        BigDecimal hourlyUsd,
        BigDecimal owedUsd,
        BigDecimal movedGigabytes,
        Optional<BigDecimal> movingUsdPerGb) {
    BigDecimal movingUsd(Transport transport) {
        return movedGigabytes.multiply(movingUsdPerGb.orElse(transport.usdPerGigabyte()));
    }
}
