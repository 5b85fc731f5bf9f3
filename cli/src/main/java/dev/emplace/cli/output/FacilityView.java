package dev.emplace.cli.output;

import dev.emplace.api.power.v1.EstimateEnergyCostResponse;
import dev.emplace.api.power.v1.EstimateFacilityPowerResponse;
import dev.emplace.api.power.v1.FacilityPower;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a site takes in for a load: by parts, in several weathers; and what a year of it costs. */
public final class FacilityView {

    private FacilityView() {}

    public static void show(EstimateFacilityPowerResponse response, EstimateEnergyCostResponse year, Sheet sheet) {
        Table table = new Table(
                Column.text("IN"),
                Column.number("IT"),
                Column.number("LOSSES"),
                Column.number("COOLING"),
                Column.number("IN ALL"),
                Column.number("PUE"),
                Column.number("WUE"));
        row(
                table,
                "the design day, " + response.getDesignDay().getOutdoorCelsius().getValue() + " C",
                response.getDesignDay());
        row(table, "a typical year, mean", response.getYearMean());
        if (response.hasAtMean()) {
            row(table, "the hours given, mean", response.getAtMean());
        }
        sheet.table(table);
        sheet.blank()
                .line(year.getHoursCount() + " hours take "
                        + whole(year.getKwh().getValue()) + " kWh, cost "
                        + Figures.price(year.getCost())
                        + (year.hasKgco2E()
                                ? " and emit " + whole(year.getKgco2E().getValue()) + " kg of CO2 equivalent"
                                : "")
                        + ".");
        sheet.line(
                Tone.FAINT, "site revision " + response.getRevision() + ", draw model " + response.getModelVersion());
    }

    private static void row(Table table, String weather, FacilityPower power) {
        long cooling = power.getCoolingList().stream()
                .mapToLong(part -> part.getWatts())
                .sum();
        table.row(
                weather,
                Figures.watts(power.getItWatts()),
                Figures.watts(power.getLossWatts()),
                Figures.watts(cooling),
                Figures.watts(power.getTotalWatts()),
                power.getPue().getValue(),
                power.getWue().getValue());
    }

    private static String whole(String number) {
        return String.format(
                java.util.Locale.ROOT,
                "%,d",
                new BigDecimal(number).setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }
}
