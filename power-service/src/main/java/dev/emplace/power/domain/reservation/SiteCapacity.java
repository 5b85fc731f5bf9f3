package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.EvenSpread;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.MachineStock;
import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.facility.Facility;
import java.util.List;

/**
 * What a site carries, holds and has left, in watts of IT load.
 *
 * @param rated the most under any single failure, racks evenly loaded
 * @param reserved what is held now
 * @param free what may be added, now and beside what is held for later, spread over what the racks have left
 * @param pue yearly mean
 */
public record SiteCapacity(long rated, long reserved, long free, double pue, List<MachineStock> machines) {
    public SiteCapacity {
        machines = List.copyOf(machines);
    }

    /** @param states from now on */
    static SiteCapacity of(Facility facility, List<LoadState> states) {
        return new SiteCapacity(
                facility.ratedWatts(),
                NominalLoads.of(states.get(0)).itWatts(),
                EvenSpread.room(states),
                facility.yearlyMeanPue(),
                MachineStock.of(states));
    }
}
