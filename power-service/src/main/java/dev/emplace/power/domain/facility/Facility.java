package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.capacity.EvenSpread;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Surroundings.Climate;
import java.util.List;
import java.util.stream.IntStream;

/** A site's power beyond its machines, summed from the losses of its nodes and the draw of its cooling units. */
public final class Facility {
    private static final int HOURS = 24;

    private final Plant plant;
    private final double yearlyMeanPue;
    private final long ratedWatts;

    public Facility(Plant plant) {
        this.plant = plant;
        this.yearlyMeanPue = pue(NominalLoads.halfLoaded(plant));
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

    private double pue(NominalLoads loads) {
        double cooling = plant.topology().coolingUnits().stream()
                .mapToDouble(unit -> meanDraw(unit, (double) loads.of(unit.id()) / unit.heatWatts()))
                .sum();
        return (loads.itWatts() + loads.lossWatts() + cooling) / loads.itWatts();
    }

    private double meanDraw(CoolingUnit unit, double heatShare) {
        return plant.topology().surroundings().climate().stream()
                .mapToDouble(climate -> yearlyMeanWatts(unit, heatShare, climate))
                .findFirst()
                // Without a climate, every day is the design day.
                .orElseGet(() -> CoolingCurve.watts(unit, heatShare, 35, 35));
    }

    /**
     * The year as a sine about its mean that peaks on the design day, in 24 equal steps: close for a mean over the
     * year where no hourly weather is at hand.
     */
    private static double yearlyMeanWatts(CoolingUnit unit, double heatShare, Climate climate) {
        double swing = climate.designCelsius() - climate.meanCelsius();
        return IntStream.range(0, HOURS)
                .mapToDouble(i -> climate.meanCelsius() + swing * Math.cos(Math.PI * (i + 0.5) / HOURS))
                .map(celsius -> CoolingCurve.watts(unit, heatShare, celsius, climate.designCelsius()))
                .average()
                .orElseThrow();
    }
}
