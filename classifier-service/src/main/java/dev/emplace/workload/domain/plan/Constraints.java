package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What every placement must keep to, beside what the workload itself needs.
 *
 * @param allowedProviders empty is all
 * @param accelerators acceptable accelerators by any name; empty is any that fits
 * @param maximumHourlyUsd budget for an hour
 * @param maximumMonthlyUsd budget for a month of 730 hours
 * @param allowCommitments empty allows them where the class belongs there
 * @param longestCommitment how long a place may bind its owner; where it is stated, it decides, and allowCommitments does not
 * @param quotas how many accelerators may be had where
 */
public record Constraints(
        List<String> allowedProviders,
        List<String> deniedProviders,
        List<String> accelerators,
        Optional<BigDecimal> maximumHourlyUsd,
        Optional<BigDecimal> maximumMonthlyUsd,
        Optional<Boolean> allowCommitments,
        Optional<Duration> longestCommitment,
        List<Quota> quotas) {
    public static final Constraints NONE = new Constraints(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public Constraints {
        allowedProviders = List.copyOf(allowedProviders);
        deniedProviders = List.copyOf(deniedProviders);
        accelerators = List.copyOf(accelerators);
        quotas = List.copyOf(quotas);
    }
}
