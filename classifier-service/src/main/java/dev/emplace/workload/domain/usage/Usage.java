package dev.emplace.workload.domain.usage;

import java.util.Optional;

/**
 * What a series of load says.
 *
 * @param reason the measure that decided, with its threshold
 * @param commitment what one could carry; empty where no price was given
 */
public record Usage(UsageClass usageClass, String reason, UsageMeasures measures, Optional<Commitment> commitment) {}
