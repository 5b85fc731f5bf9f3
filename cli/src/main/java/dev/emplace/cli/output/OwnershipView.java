package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.BandPosition;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostResponse;
import dev.emplace.api.pricing.v1.OwnershipPoint;
import dev.emplace.api.pricing.v1.OwnershipSensitivity;
import java.math.BigDecimal;

/** What owning a node costs: its parts, the useful accelerator-hour, and what moves it. */
public final class OwnershipView {

    private static final BigDecimal HOURS_PER_YEAR = BigDecimal.valueOf(8760);

    private OwnershipView() {}

    public static void show(EstimateOwnershipCostResponse response, Sheet sheet) {
        sheet.table(parts(response));
        sheet.blank().table(points(response));
        sheet.blank().table(sensitivities(response));
        sheet.line(Tone.FAINT, "catalog revision " + response.getRevision());
    }

    private static Table parts(EstimateOwnershipCostResponse response) {
        Table table = new Table(
                Column.text("A NODE"), Column.number("$/HOUR"), Column.number("$/YEAR"), Column.prose("FORMULA", 30));
        response.getLinesList()
                .forEach(line -> table.row(
                        line.getDescription(),
                        Figures.price(line.getAmount()),
                        Figures.dollars(Figures.amount(line.getAmount()).multiply(HOURS_PER_YEAR)),
                        line.getFormula()));
        table.row(
                Tone.STRONG,
                "in all",
                Figures.price(response.getNodeHourPrice()),
                Figures.price(response.getNodeYearPrice()),
                "");
        return table;
    }

    private static Table points(EstimateOwnershipCostResponse response) {
        Table table = new Table(
                Column.number("USE"), Column.number("$/USEFUL GPU-HOUR"), Column.text("AGAINST THE PUBLISHED BAND"));
        response.getPointsList()
                .forEach(point -> table.row(
                        Figures.percent(point.getUtilization(), 0),
                        Figures.price(point.getUsefulAcceleratorHourPrice()),
                        band(point)));
        return table;
    }

    private static Table sensitivities(EstimateOwnershipCostResponse response) {
        String use = Figures.percent(response.getPoints(0).getUtilization(), 0);
        Table table = new Table(
                Column.text("AT " + use + " USE, IF"),
                Column.number("FROM"),
                Column.number("TO"),
                Column.number("$/USEFUL GPU-HOUR FROM"),
                Column.number("TO "));
        for (OwnershipSensitivity each : response.getSensitivitiesList()) {
            table.row(
                    Names.words(each.getInput()),
                    each.getLowValue().getValue(),
                    each.getHighValue().getValue(),
                    Figures.price(each.getLowValuePrice()),
                    Figures.price(each.getHighValuePrice()));
        }
        return table;
    }

    private static String band(OwnershipPoint point) {
        return point.getBandPosition() == BandPosition.BAND_POSITION_UNSPECIFIED
                ? ""
                : Names.words(point.getBandPosition());
    }
}
