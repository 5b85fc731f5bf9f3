package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Surroundings.Climate;
import java.util.stream.IntStream;

/** A site's power beyond its machines, summed from the losses of its nodes and the draw of its cooling units. */
public final class Facility {
    /** The load at which a site is judged: half of what its racks may carry. */
    private static final int PLANNING_PERCENT = 50;

    private static final int HOURS = 24;

    private final Plant plant;
    private final double yearlyMeanPue;

    public Facility(Plant plant) {
        this.plant = plant;
        this.yearlyMeanPue = pue(NominalLoads.atRackPercent(plant, PLANNING_PERCENT));
    }

    public boolean isOf(Plant other) {
        return plant == other;
    }

    /** Facility energy over IT energy in a typical year, at half of the load that the racks may carry. */
    public double yearlyMeanPue() {
        return yearlyMeanPue;
    }

    private double pue(NominalLoads loads) {
        double cooling = plant.topology().coolingUnits().stream()
                .mapToDouble(unit -> meanDraw(unit, (double) loads.of(unit.id()) / unit.heatWatts()))
                .sum();
        return (loads.itWatts() + loads.lossWatts() + cooling) / loads.itWatts();
    }

    private double meanDraw(CoolingUnit unit, double heatShare) {
        return plant.topology().surroundings().climate().stream()
                .mapToDouble(climate -> unit.drawWatts() * yearlyMeanShare(unit, heatShare, climate))
                .findFirst()
                // Without a climate, every day is the design day.
                .orElseGet(() -> unit.drawWatts() * CoolingCurve.share(unit.kind(), heatShare, 35, 35));
    }

    /**
     * The year as a sine about its mean that peaks on the design day, in 24 equal steps: close for a mean over the
     * year where no hourly weather is at hand.
     */
    private static double yearlyMeanShare(CoolingUnit unit, double heatShare, Climate climate) {
        double swing = climate.designCelsius() - climate.meanCelsius();
        return IntStream.range(0, HOURS)
                .mapToDouble(i -> climate.meanCelsius() + swing * Math.cos(Math.PI * (i + 0.5) / HOURS))
                .map(celsius -> CoolingCurve.share(unit.kind(), heatShare, celsius, climate.designCelsius()))
                .average()
                .orElseThrow();
    }
}
