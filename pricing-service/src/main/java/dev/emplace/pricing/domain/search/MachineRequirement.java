package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.Instance;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What a machine must be.
 *
 * @param acceleratorIds acceptable accelerators; empty accepts any that runs models, and machines without
 * @param minimumMemoryBytes of one accelerator; 0 accepts any
 * @param minimumPerMachine accelerators in one machine; 0 accepts any
 * @param fabricRequired whether several machines must be able to train together
 */
public record MachineRequirement(
        Set<String> acceleratorIds, long minimumMemoryBytes, int minimumPerMachine, boolean fabricRequired) {

    public static final MachineRequirement ANY = new MachineRequirement(Set.of(), 0, 0, false);

    public MachineRequirement {
        acceleratorIds = Set.copyOf(acceleratorIds);
    }

    public boolean admits(Instance instance) {
        return admitsAccelerator(instance)
                && instance.acceleratorCount().compareTo(BigDecimal.valueOf(minimumPerMachine)) >= 0
                && (!fabricRequired || instance.interconnect().isPresent());
    }

    private boolean admitsAccelerator(Instance instance) {
        return instance.accelerator()
                .map(this::admits)
                .orElseGet(() -> acceleratorIds.isEmpty() && minimumMemoryBytes == 0);
    }

    private boolean admits(Accelerator accelerator) {
        return (acceleratorIds.isEmpty() ? accelerator.kind().runsModels() : acceleratorIds.contains(accelerator.id()))
                && accelerator.memoryBytes() >= minimumMemoryBytes;
    }
}
