package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.HeldRacks;
import dev.emplace.api.power.v1.PowerSupply;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.ServerSlot;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Survival;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rack groups, and what is held in racks, between the contract and the domain. */
final class RackMessages {
    private RackMessages() {}

    static dev.emplace.power.domain.topology.RackGroup toDomain(RackGroup message, String field) {
        return new dev.emplace.power.domain.topology.RackGroup(
                message.getGroupId(),
                message.getRackCount(),
                message.getFedByList(),
                message.getFeedLimitWatts(),
                message.getCooledByList(),
                message.getAirLimitWatts(),
                message.getLiquidLimitWatts(),
                IntStream.range(0, message.getServersCount())
                        .mapToObj(i -> slot(message.getServers(i), field + ".servers[" + i + "]"))
                        .toList());
    }

    private static dev.emplace.power.domain.topology.ServerSlot slot(ServerSlot message, String field) {
        PowerSupply supply = message.getPowerSupply();
        boolean known = supply.getSupplyCount() > 0 && supply.getSupplyWatts() > 0;
        if (message.hasPowerSupply() && !known) {
            throw new InvalidFieldException(
                    field + ".power_supply", "needs supply_count and supply_watts above 0; leave it out if unknown");
        }
        return new dev.emplace.power.domain.topology.ServerSlot(
                Names.accelerator(message.getAccelerator()),
                message.getAcceleratorsPerServer(),
                message.getServerCount(),
                known
                        ? Optional.of(new dev.emplace.power.domain.topology.PowerSupply(
                                supply.getSupplyCount(), supply.getSupplyWatts()))
                        : Optional.empty());
    }

    static RackGroup toProto(dev.emplace.power.domain.topology.RackGroup group) {
        return RackGroup.newBuilder()
                .setGroupId(group.id())
                .setRackCount(group.rackCount())
                .addAllFedBy(group.fedBy())
                .setFeedLimitWatts(group.feedLimitWatts())
                .addAllCooledBy(group.cooledBy())
                .setAirLimitWatts(group.airLimitWatts())
                .setLiquidLimitWatts(group.liquidLimitWatts())
                .addAllServers(group.servers().stream().map(RackMessages::slot).toList())
                .build();
    }

    private static ServerSlot slot(dev.emplace.power.domain.topology.ServerSlot slot) {
        ServerSlot.Builder message = ServerSlot.newBuilder()
                .setAccelerator(slot.accelerator())
                .setAcceleratorsPerServer(slot.acceleratorsPerServer())
                .setServerCount(slot.serverCount());
        slot.powerSupply()
                .ifPresent(supply -> message.setPowerSupply(
                        PowerSupply.newBuilder().setSupplyCount(supply.count()).setSupplyWatts(supply.watts())));
        return message.build();
    }

    /** Racks that follow one another and hold the same, as one message. */
    static List<HeldRacks> held(List<RackLoad> loads) {
        List<HeldRacks> runs = new ArrayList<>();
        for (RackLoad load : loads) {
            HeldRacks one = held(load);
            HeldRacks last = runs.isEmpty() ? HeldRacks.getDefaultInstance() : runs.get(runs.size() - 1);
            if (follows(last, one)) {
                runs.set(
                        runs.size() - 1,
                        last.toBuilder().setRackCount(last.getRackCount() + 1).build());
            } else {
                runs.add(one);
            }
        }
        return runs;
    }

    private static boolean follows(HeldRacks last, HeldRacks one) {
        return last.getFirstRack() + last.getRackCount() == one.getFirstRack()
                && last.toBuilder()
                        .setFirstRack(one.getFirstRack())
                        .setRackCount(1)
                        .build()
                        .equals(one);
    }

    private static HeldRacks held(RackLoad load) {
        return HeldRacks.newBuilder()
                .setRackGroup(load.group())
                .setFirstRack(load.rack() + 1)
                .setRackCount(1)
                .setWattsPerRack(load.watts())
                .setLiquidWattsPerRack(load.liquidWatts())
                .setServersPerRack(load.servers())
                .setAcceleratorsPerRack(load.accelerators())
                .build();
    }

    static List<RackLoad> held(List<HeldRacks> runs, String accelerator, Survival survival) {
        return runs.stream()
                .flatMap(run -> IntStream.range(0, run.getRackCount())
                        .mapToObj(i -> new RackLoad(
                                        run.getRackGroup(),
                                        run.getFirstRack() - 1 + i,
                                        run.getWattsPerRack(),
                                        run.getLiquidWattsPerRack(),
                                        accelerator,
                                        run.getServersPerRack(),
                                        run.getAcceleratorsPerRack())
                                .surviving(survival)))
                .toList();
    }
}
