package dev.emplace.cli.netbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which feed each power port ends at: straight, or through the outlets of rack PDUs. */
final class Cords {
    /** PDU behind PDU behind PDU: no rack has more. */
    private static final int DEEPEST = 8;

    private final NetBoxInventory inventory;
    private final Map<Long, List<NetBoxObject>> portsByDevice = new TreeMap<>();
    private final Set<Long> withOutlets = new HashSet<>();

    Cords(NetBoxInventory inventory) {
        this.inventory = inventory;
        inventory
                .all(NetBoxInventory.PORTS)
                .forEach(port -> port.reference("device")
                        .ifPresent(device -> portsByDevice
                                .computeIfAbsent(device, any -> new ArrayList<>())
                                .add(port)));
        inventory
                .all(NetBoxInventory.OUTLETS)
                .forEach(outlet -> outlet.reference("device").ifPresent(withOutlets::add));
    }

    /** Whether it passes power on, as a rack PDU does. */
    boolean hasOutlets(long device) {
        return withOutlets.contains(device);
    }

    List<NetBoxObject> portsOf(long device) {
        return portsByDevice.getOrDefault(device, List.of());
    }

    /** Ids of the feeds that a device's ports end at. */
    Set<Long> feedsOf(long device) {
        Set<Long> feeds = new LinkedHashSet<>();
        portsOf(device).forEach(port -> follow(port, feeds, DEEPEST));
        return feeds;
    }

    private void follow(NetBoxObject port, Set<Long> feeds, int deeper) {
        feeds.addAll(port.connected("dcim.powerfeed"));
        if (deeper > 0) {
            for (long outlet : port.connected("dcim.poweroutlet")) {
                inventory
                        .find(NetBoxInventory.OUTLETS, outlet)
                        .flatMap(found -> found.reference("power_port"))
                        .flatMap(id -> inventory.find(NetBoxInventory.PORTS, id))
                        .ifPresent(above -> follow(above, feeds, deeper - 1));
            }
        }
    }

    /** What the device is said to draw together, in watts: allocated, else the most. */
    long drawOf(long device) {
        return portsOf(device).stream()
                .mapToLong(port -> port.amount("allocated_draw")
                        .or(() -> port.amount("maximum_draw"))
                        .map(BigDecimal::longValue)
                        .orElse(0L))
                .sum();
    }
}
