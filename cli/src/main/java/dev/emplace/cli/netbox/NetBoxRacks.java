package dev.emplace.cli.netbox;

import dev.emplace.api.power.v1.PowerSupply;
import dev.emplace.api.power.v1.ServerSlot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The racks of a site that an active feed reaches, and notes of those that are left out. */
final class NetBoxRacks {
    private final NetBoxInventory inventory;
    private final NetBoxObject site;
    private final Assumptions assumptions;
    private final Notes notes;
    private final Cords cords;
    private final Map<Long, List<NetBoxRack.Feed>> feeds = new TreeMap<>();
    private final Map<Long, List<NetBoxObject>> devices = new TreeMap<>();

    NetBoxRacks(NetBoxInventory inventory, NetBoxObject site, Assumptions assumptions, Notes notes) {
        this.inventory = inventory;
        this.site = site;
        this.assumptions = assumptions;
        this.notes = notes;
        this.cords = new Cords(inventory);
        inventory.all(NetBoxInventory.FEEDS).forEach(this::sort);
        inventory
                .all(NetBoxInventory.DEVICES)
                .forEach(device -> device.reference("rack")
                        .ifPresent(rack -> devices.computeIfAbsent(rack, any -> new ArrayList<>())
                                .add(device)));
    }

    /** In order of their names. */
    List<NetBoxRack> read() {
        List<NetBoxRack> racks = new ArrayList<>();
        for (NetBoxObject rack : inventory.all(NetBoxInventory.RACKS)) {
            if (!NetBoxSite.has(site, rack)) {
                continue;
            }
            NetBoxRack read = read(rack);
            if (read.feeds().isEmpty()) {
                notes.say("rack " + rack.name() + " is left out: no active power feed names it");
            } else if (read.usableWatts() <= 0) {
                notes.say("rack " + rack.name() + " is left out: other devices take all that a feed of it carries");
            } else {
                racks.add(read);
                checkPanels(read);
            }
        }
        return racks;
    }

    private void sort(NetBoxObject feed) {
        long panel = feed.reference("power_panel").orElseThrow(() -> feed.malformed("power_panel", "a panel"));
        if (inventory
                .find(NetBoxInventory.PANELS, panel)
                .filter(found -> NetBoxSite.has(site, found))
                .isEmpty()) {
            return;
        }
        String status = feed.choice("status");
        if (!status.isEmpty() && !status.equals("active")) {
            notes.say("feed " + feed.name() + " is left out: it is " + status);
            return;
        }
        feed.reference("rack")
                .ifPresentOrElse(
                        rack -> feeds.computeIfAbsent(rack, any -> new ArrayList<>())
                                .add(new NetBoxRack.Feed(
                                        feed.id(), panel, FeedWatts.of(feed, assumptions.powerFactor()))),
                        () -> notes.say("feed " + feed.name() + " is left out: NetBox names no rack that it feeds"));
    }

    private NetBoxRack read(NetBoxObject rack) {
        List<NetBoxRack.Feed> own = feeds.getOrDefault(rack.id(), List.of());
        Map<ServerSlot, Integer> machines = new LinkedHashMap<>();
        long other = 0;
        for (NetBoxObject device : devices.getOrDefault(rack.id(), List.of())) {
            Assumptions.Accelerators machine = assumptions.machines().get(model(device));
            if (machine != null) {
                machines.merge(slot(machine, cords.portsOf(device.id())), 1, Integer::sum);
                checkCords(device, rack, own);
            } else if (!cords.hasOutlets(device.id())) {
                // What a rack PDU passes on is counted at the devices behind it.
                other += cords.drawOf(device.id());
            }
        }
        if (other > 0) {
            notes.say("rack " + rack.name() + " has " + other + " W less: other devices draw that already");
        }
        return new NetBoxRack(rack.name(), own, slots(machines), other);
    }

    private static String model(NetBoxObject device) {
        return device.nested("device_type").flatMap(type -> type.text("model")).orElse("");
    }

    /** A port's maximum draw is what its supply delivers; where NetBox has none, any feed alone carries the machine. */
    private static ServerSlot slot(Assumptions.Accelerators machine, List<NetBoxObject> ports) {
        ServerSlot.Builder slot =
                ServerSlot.newBuilder().setAccelerator(machine.accelerator()).setAcceleratorsPerServer(machine.count());
        ports.stream()
                .flatMap(port -> port.amount("maximum_draw").stream())
                .min(BigDecimal::compareTo)
                .filter(watts -> watts.signum() > 0)
                .ifPresent(watts -> slot.setPowerSupply(
                        PowerSupply.newBuilder().setSupplyCount(ports.size()).setSupplyWatts(watts.longValue())));
        return slot.build();
    }

    private static List<ServerSlot> slots(Map<ServerSlot, Integer> machines) {
        return machines.entrySet().stream()
                .map(alike -> alike.getKey().toBuilder()
                        .setServerCount(alike.getValue())
                        .build())
                .toList();
    }

    private void checkPanels(NetBoxRack rack) {
        if (rack.feeds().size() > 1 && NetBoxRack.panels(rack.feeds()).size() == 1) {
            notes.say("rack " + rack.name() + " has " + rack.feeds().size()
                    + " feeds from one panel: it does not survive that panel, and what both carry is not added up");
        }
    }

    /** A machine whose cords all end at one panel dies with it, whatever the rack has. */
    private void checkCords(NetBoxObject device, NetBoxObject rack, List<NetBoxRack.Feed> own) {
        Set<Long> plugged = cords.feedsOf(device.id());
        if (!plugged.isEmpty()
                && panels(plugged).size() == 1
                && NetBoxRack.panels(own).size() > 1) {
            notes.say("device " + device.name() + " in rack " + rack.name()
                    + " has all its cords on one panel: it does not survive that panel, though its rack does");
        }
        if (plugged.isEmpty()) {
            notes.say("device " + device.name() + " in rack " + rack.name()
                    + " has no cable to a feed in NetBox: it is taken to be on all feeds of its rack");
        }
    }

    private Set<Optional<Long>> panels(Set<Long> plugged) {
        return plugged.stream()
                .map(feed ->
                        inventory.find(NetBoxInventory.FEEDS, feed).flatMap(found -> found.reference("power_panel")))
                .collect(Collectors.toSet());
    }
}
