package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.topology.Surroundings.Climate;
import java.util.stream.IntStream;

/** A site under one IT load, in any weather. */
public final class LoadedFacility {
    /** Without a climate, every day is the design day. */
    private static final Climate UNKNOWN = new Climate(35, 35);

    private static final int STEPS = 24;

    private final NominalLoads loads;
    private final Climate climate;
    private final CoolingPlant cooling;
    private final NodeLosses losses;

    LoadedFacility(Plant plant, NominalLoads loads) {
        this.loads = loads;
        this.climate = plant.topology().surroundings().climate().orElse(UNKNOWN);
        this.cooling = CoolingPlant.of(plant.topology(), loads);
        this.losses = new NodeLosses(plant.topology(), loads, cooling.units());
    }

    public double itWatts() {
        return loads.itWatts();
    }

    /** At an outdoor dry bulb in degrees Celsius, in air of unknown humidity. */
    public FacilityPower at(double celsius) {
        return at(Outdoors.of(celsius));
    }

    public FacilityPower at(Outdoors outdoors) {
        CoolingPlant.Drawn drawn = cooling.at(outdoors, climate.designCelsius());
        return new FacilityPower(loads.itWatts(), losses.watts(drawn.less()), drawn.watts(), drawn.litresPerHour());
    }

    public double designCelsius() {
        return climate.designCelsius();
    }

    public FacilityPower designDay() {
        return at(climate.designCelsius());
    }

    /**
     * The year as a sine about its mean that peaks on the design day, in 24 equal steps: close for a mean over the
     * year where no hourly weather is at hand.
     */
    public FacilityPower yearMean() {
        double swing = climate.designCelsius() - climate.meanCelsius();
        return FacilityPower.mean(IntStream.range(0, STEPS)
                .mapToObj(i -> at(climate.meanCelsius() + swing * Math.cos(Math.PI * (i + 0.5) / STEPS)))
                .toList());
    }
}
