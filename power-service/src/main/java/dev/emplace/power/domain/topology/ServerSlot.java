package dev.emplace.power.domain.topology;

import java.util.Optional;

/** Equal machines in one rack; without a supply, any one feed carries a machine. */
public record ServerSlot(
        String accelerator, int acceleratorsPerServer, int serverCount, Optional<PowerSupply> powerSupply) {
    public ServerSlot {
        if (acceleratorsPerServer <= 0 || serverCount <= 0) {
            throw new IllegalArgumentException("a slot holds machines, and they have accelerators");
        }
    }
}
