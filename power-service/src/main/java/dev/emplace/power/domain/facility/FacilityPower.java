package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.topology.CoolingKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a whole site draws, in watts, by parts.
 *
 * @param litresPerHour water that its cooling takes
 */
public record FacilityPower(double itWatts, double lossWatts, Map<CoolingKind, Double> cooling, double litresPerHour) {
    private static final double WATTS_PER_KILOWATT = 1_000;

    public FacilityPower {
        cooling = Map.copyOf(cooling);
    }

    public double totalWatts() {
        return itWatts
                + lossWatts
                + cooling.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public double pue() {
        return totalWatts() / itWatts;
    }

    /** Water usage effectiveness: litres per kWh of IT. */
    public double wue() {
        return litresPerHour / itWatts * WATTS_PER_KILOWATT;
    }

    /** The mean of several under one load. */
    public static FacilityPower mean(List<FacilityPower> all) {
        Map<CoolingKind, Double> cooling = new EnumMap<>(CoolingKind.class);
        double losses = 0;
        double litresPerHour = 0;
        for (FacilityPower one : all) {
            losses += one.lossWatts / all.size();
            litresPerHour += one.litresPerHour / all.size();
            one.cooling.forEach((kind, watts) -> cooling.merge(kind, watts / all.size(), Double::sum));
        }
        return new FacilityPower(all.get(0).itWatts, losses, cooling, litresPerHour);
    }
}
