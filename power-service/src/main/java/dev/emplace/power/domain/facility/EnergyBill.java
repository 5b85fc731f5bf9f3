package dev.emplace.power.domain.facility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a site takes in hour by hour for one load, what that costs and what it emits; money is exact. */
public record EnergyBill(List<Line> lines) {
    /**
     * What holds in one hour.
     *
     * @param gramsPerKilowattHour CO2 equivalent; empty where unknown
     * @param outdoors to a tenth of a degree; empty takes the mean of a typical year
     */
    public record Hour(
            BigDecimal usdPerKilowattHour, Optional<Integer> gramsPerKilowattHour, Optional<Outdoors> outdoors) {}

    /** What one hour takes. */
    public record Line(long wattHours, BigDecimal usd, Optional<BigDecimal> grams) {}

    public EnergyBill {
        lines = List.copyOf(lines);
    }

    public static EnergyBill of(LoadedFacility facility, List<Hour> hours) {
        Map<Optional<Outdoors>, Long> wattsAt = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Hour hour : hours) {
            long watts = wattsAt.computeIfAbsent(
                    hour.outdoors().map(EnergyBill::tenths),
                    outdoors -> Math.round(outdoors.map(facility::at)
                            .orElseGet(facility::yearMean)
                            .totalWatts()));
            BigDecimal kilowattHours = BigDecimal.valueOf(watts, 3);
            lines.add(new Line(
                    watts,
                    kilowattHours.multiply(hour.usdPerKilowattHour()),
                    hour.gramsPerKilowattHour().map(grams -> kilowattHours.multiply(BigDecimal.valueOf(grams)))));
        }
        return new EnergyBill(lines);
    }

    public BigDecimal kilowattHours() {
        return lines.stream()
                .map(line -> BigDecimal.valueOf(line.wattHours(), 3))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal usd() {
        return lines.stream().map(Line::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Kilograms of CO2 equivalent, where they are known in every hour. */
    public Optional<BigDecimal> kilograms() {
        return lines.stream()
                .map(Line::grams)
                .reduce(Optional.of(BigDecimal.ZERO), (sum, grams) -> sum.flatMap(known -> grams.map(known::add)))
                .map(grams -> grams.movePointLeft(3));
    }

    /** No thermometer outdoors tells more; thousands of hours have few such temperatures. */
    private static Outdoors tenths(Outdoors outdoors) {
        return new Outdoors(tenth(outdoors.dryBulb()), tenth(outdoors.wetBulb()));
    }

    private static double tenth(double celsius) {
        return BigDecimal.valueOf(celsius).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
