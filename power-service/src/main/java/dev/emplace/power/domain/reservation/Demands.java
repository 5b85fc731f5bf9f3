package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placement;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.Workload;
import java.util.List;

/** What a demand comes to: racks at a site, and the draw on them. */
final class Demands {
    private final DrawModel draws;

    Demands(DrawModel draws) {
        this.draws = draws;
    }

    /** Adds the demand to all the states, or says what stops it. */
    Placement place(Plant plant, List<LoadState> states, Demand demand) {
        return place(plant, states, demand, List.of());
    }

    /**
     * The same for what grows or shrinks.
     *
     * @param standing what it had, taken out of the states before: it stays where it stands, the first of it if less
     */
    Placement place(Plant plant, List<LoadState> states, Demand demand, List<RackLoad> standing) {
        Placer placer = new Placer(plant, states, demand.survival());
        if (demand.load() instanceof Load.OfWorkload of) {
            Workload workload = of.workload();
            return placer.placeMachines(
                    workload.accelerator(), workload.accelerators(), draws.machine(workload), standing);
        }
        Load.OfWatts watts = (Load.OfWatts) demand.load();
        return placer.placeWatts(watts.rackGroup(), watts.racks(), watts.wattsPerRack(), standing);
    }

    /** The draw of a workload on the machines that it got, whose peak is what they hold. */
    DrawEstimate estimate(Plant plant, Workload workload, List<RackLoad> held) {
        return held.stream()
                .findFirst()
                .flatMap(load -> plant.acceleratorsPerServer(load.group(), load.accelerator()))
                .map(perServer -> draws.estimate(workload, perServer))
                .orElseGet(() -> draws.estimate(workload));
    }
}
