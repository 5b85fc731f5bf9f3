package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.capacity.EvenSpread;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.capacity.Plant;
import java.util.List;

/** A site's power beyond its machines, summed from the losses of its nodes and the draw of its cooling units. */
public final class Facility {
    private final Plant plant;
    private final double yearlyMeanPue;
    private final long ratedWatts;

    public Facility(Plant plant) {
        this.plant = plant;
        this.yearlyMeanPue = new LoadedFacility(plant, NominalLoads.halfLoaded(plant))
                .yearMean()
                .pue();
        this.ratedWatts = EvenSpread.room(List.of(LoadState.empty(plant)));
    }

    public boolean isOf(Plant other) {
        return plant == other;
    }

    /** Facility energy over IT energy in a typical year, at half of the load that the site carries. */
    public double yearlyMeanPue() {
        return yearlyMeanPue;
    }

    /** The most IT load that the site carries under any single failure, with its racks evenly loaded. */
    public long ratedWatts() {
        return ratedWatts;
    }

    /** The site under that many IT watts, from one to its {@link #ratedWatts}, evenly over its racks. */
    public LoadedFacility loaded(long itWatts) {
        if (itWatts <= 0 || itWatts > ratedWatts) {
            throw new IllegalArgumentException("a site carries from 1 to its rated watts");
        }
        return new LoadedFacility(plant, NominalLoads.evenly(plant, itWatts));
    }
}
