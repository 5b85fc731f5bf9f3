package dev.emplace.pricing.domain.offers;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is rented as one: accelerators and the host around them. What its source does not state is absent.
 *
 * @param name the provider's own, such as {@code p5.48xlarge}
 * @param acceleratorCount packages, as the accelerator's id counts them; a fraction where an instance has a share of
 *     one; zero for a machine without
 * @param vcpus hardware threads
 * @param memoryBytes of the host
 * @param localDiskBytes bundled with the instance
 */
public record Instance(
        String name,
        Optional<Accelerator> accelerator,
        BigDecimal acceleratorCount,
        OptionalInt vcpus,
        OptionalLong memoryBytes,
        OptionalLong localDiskBytes,
        Optional<Interconnect> interconnect) {

    /** More than this in one instance is a typing error. */
    private static final BigDecimal MOST_ACCELERATORS = BigDecimal.valueOf(10_000);

    public Instance {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an instance needs a name");
        }
        if (accelerator.isPresent() != acceleratorCount.signum() > 0) {
            throw new IllegalArgumentException("instance '" + name + "' has " + acceleratorCount + " accelerators of "
                    + accelerator.map(Accelerator::id).orElse("no kind"));
        }
        if (acceleratorCount.compareTo(MOST_ACCELERATORS) > 0) {
            throw new IllegalArgumentException("instance '" + name + "' has " + acceleratorCount
                    + " accelerators, but at most " + MOST_ACCELERATORS + " can be");
        }
        acceleratorCount = acceleratorCount.stripTrailingZeros();
    }
}
