package dev.emplace.bench.power.assess;

import dev.emplace.bench.power.site.FilledSites;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.MachineDraw;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.draw.Workload;
import dev.emplace.power.domain.reservation.Demand;
import dev.emplace.power.domain.reservation.Load;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.ServerSlot;
import java.util.List;

/**
 * The brute-force scan: every rack in turn takes as many machines as all limits let in, tried one after the other from
 * the most down, in every failure and at every time of the window.
 */
final class RackByRack {
    private RackByRack() {}

    /** Accelerators that fit, of the demand's kind. */
    static int fitting(SiteView view, Demand demand) {
        Workload workload = ((Load.OfWorkload) demand.load()).workload();
        List<LoadState> states = view.statesOver(demand.window());
        MachineDraw draw = FilledSites.DRAWS.machine(workload);
        int machines = 0;
        for (RackGroup group : view.site().topology().rackGroups()) {
            for (ServerSlot slot : group.servers()) {
                if (slot.accelerator().equals(workload.accelerator())) {
                    machines += fill(view, states, demand, group, slot, draw) * slot.acceleratorsPerServer();
                }
            }
        }
        return machines;
    }

    private static int fill(
            SiteView view, List<LoadState> states, Demand demand, RackGroup group, ServerSlot slot, MachineDraw draw) {
        int perServer = slot.acceleratorsPerServer();
        long watts = draw.peakWatts(perServer, perServer);
        int filled = 0;
        for (int rack = 0; rack < group.rackCount(); rack++) {
            for (int machines = slot.serverCount(); machines > 0; machines--) {
                RackLoad load = new RackLoad(
                        group.id(), rack, machines * watts, 0, slot.accelerator(), machines, machines * perServer);
                if (new Placer(view.plant(), states, demand.survival()).placeWhereItStands(load)) {
                    filled += machines;
                    break;
                }
            }
        }
        return filled;
    }
}
