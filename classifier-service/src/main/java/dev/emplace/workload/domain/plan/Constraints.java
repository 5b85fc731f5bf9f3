package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What every placement must keep to, beside what the workload itself needs.
 *
 * @param allowedProviders empty is all
 * @param accelerators acceptable accelerators by any name; empty is any that fits
 * @param maximumHourlyUsd budget for an hour
 * @param allowCommitments empty allows them where the class belongs there
 */
public record Constraints(
        List<String> allowedProviders,
        List<String> deniedProviders,
        List<String> accelerators,
        Optional<BigDecimal> maximumHourlyUsd,
        Optional<Boolean> allowCommitments) {
    public static final Constraints NONE =
            new Constraints(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Constraints {
        allowedProviders = List.copyOf(allowedProviders);
        deniedProviders = List.copyOf(deniedProviders);
        accelerators = List.copyOf(accelerators);
    }
}
