package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Surroundings.Climate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A site under one IT load, in any weather. */
public final class LoadedFacility {
    /** Without a climate, every day is the design day. */
    private static final Climate UNKNOWN = new Climate(35, 35);

    private static final int STEPS = 24;

    private final NominalLoads loads;
    private final Climate climate;

    /** How many units run in the same way: a large site has few kinds of them. */
    private final Map<Running, Integer> units = new HashMap<>();

    private record Running(CoolingKind kind, CoolingUnit.Draw draw, double heatShare) {}

    LoadedFacility(Plant plant, NominalLoads loads) {
        this.loads = loads;
        this.climate = plant.topology().surroundings().climate().orElse(UNKNOWN);
        for (CoolingUnit unit : plant.topology().coolingUnits()) {
            double share = (double) loads.of(unit.id()) / unit.heatWatts();
            units.merge(new Running(unit.kind(), unit.draw(), share), 1, Integer::sum);
        }
    }

    public double itWatts() {
        return loads.itWatts();
    }

    /** At an outdoor dry bulb in degrees Celsius. */
    public FacilityPower at(double celsius) {
        Map<CoolingKind, Double> cooling = new EnumMap<>(CoolingKind.class);
        units.forEach((unit, count) -> cooling.merge(
                unit.kind(),
                count
                        * CoolingCurve.watts(
                                unit.kind(), unit.draw(), unit.heatShare(), celsius, climate.designCelsius()),
                Double::sum));
        return new FacilityPower(loads.itWatts(), loads.lossWatts(), cooling);
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
