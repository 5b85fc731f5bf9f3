package dev.emplace.pricing.domain.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a source says of a machine beside its name.
 *
 * @param accelerator a name of it; empty where the source names none
 * @param acceleratorCount as the source counts
 * @param acceleratorMemoryMib of one accelerator, as the source says; often wrong
 * @param vcpus hardware threads
 * @param memoryBytes of the host
 */
public record StatedMachine(
        Optional<String> accelerator,
        Optional<BigDecimal> acceleratorCount,
        OptionalLong acceleratorMemoryMib,
        OptionalInt vcpus,
        OptionalLong memoryBytes) {}
