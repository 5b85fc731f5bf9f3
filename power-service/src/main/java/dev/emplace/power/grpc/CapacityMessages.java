package dev.emplace.power.grpc;

import com.google.type.Decimal;
import dev.emplace.api.power.v1.MachineStock;
import dev.emplace.api.power.v1.SiteCapacity;
import dev.emplace.power.domain.reservation.SiteView;

/** What sites carry and have left, from the domain to the contract. */
final class CapacityMessages {
    private static final int PUE_DIGITS = 3;

    private CapacityMessages() {}

    static SiteCapacity toProto(SiteView view) {
        var capacity = view.capacity();
        return SiteCapacity.newBuilder()
                .setRatedWatts(capacity.rated())
                .setReservedWatts(capacity.reserved())
                .setFreeWatts(capacity.free())
                .setPue(pue(capacity.pue()))
                .setRackCount(view.site().topology().rackCount())
                .addAllMachines(capacity.machines().stream()
                        .map(CapacityMessages::toProto)
                        .toList())
                .build();
    }

    private static MachineStock toProto(dev.emplace.power.domain.capacity.MachineStock stock) {
        return MachineStock.newBuilder()
                .setAccelerator(stock.accelerator())
                .setAcceleratorsPerServer(stock.acceleratorsPerServer())
                .setServerCount(stock.standing())
                .setFreeServerCount(stock.free())
                .build();
    }

    static Decimal pue(double pue) {
        return Numbers.decimal(pue, PUE_DIGITS);
    }
}
