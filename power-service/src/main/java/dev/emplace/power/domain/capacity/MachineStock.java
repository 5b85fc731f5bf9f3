package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.ServerSlot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Machines of one kind at a site: those that stand there, and those that nothing holds in any of its states. */
public record MachineStock(String accelerator, int acceleratorsPerServer, int standing, int free) {
    private record Kind(String accelerator, int acceleratorsPerServer) {}

    /** By kind, in the order of the topology. */
    public static List<MachineStock> of(List<LoadState> states) {
        Map<Kind, MachineStock> stock = new LinkedHashMap<>();
        for (Tap tap : states.get(0).plant.taps) {
            for (ServerSlot slot : tap.group.servers()) {
                MachineStock ofGroup = of(tap, slot, states);
                stock.merge(new Kind(slot.accelerator(), slot.acceleratorsPerServer()), ofGroup, MachineStock::plus);
            }
        }
        return List.copyOf(stock.values());
    }

    private static MachineStock of(Tap tap, ServerSlot slot, List<LoadState> states) {
        int standing = slot.serverCount() * tap.group.rackCount();
        int used = 0;
        for (int rack = 0; rack < tap.group.rackCount(); rack++) {
            int most = 0;
            for (LoadState state : states) {
                most = Math.max(most, state.machinesUsed(tap, rack, slot.accelerator()));
            }
            used += Math.min(most, slot.serverCount());
        }
        return new MachineStock(slot.accelerator(), slot.acceleratorsPerServer(), standing, standing - used);
    }

    private MachineStock plus(MachineStock other) {
        return new MachineStock(accelerator, acceleratorsPerServer, standing + other.standing, free + other.free);
    }
}
