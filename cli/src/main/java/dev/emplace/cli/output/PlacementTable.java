package dev.emplace.cli.output;

import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.pricing.v1.Machine;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.workload.v1.Placement;
import java.util.List;

/** The places of a plan, best first. */
final class PlacementTable {

    private PlacementTable() {}

    static Table of(List<Placement> placements) {
        Table table = new Table(
                Column.number("#"),
                Column.text("").in(Tone.GOOD),
                Column.prose("WHERE", 11),
                Column.name("OFFER", 30),
                Column.name("MACHINES", 26).leftOut(4),
                Column.number("$/HOUR"),
                Column.number("$/GPU-HOUR").leftOut(2),
                Column.number("TOTAL").leftOut(5),
                Column.number(UnitPriceText.heading(placements)).leftOut(3),
                Column.text("DONE"),
                Column.number("RTT"),
                Column.number("COMPUTE"),
                Column.prose("POWER", 14).leftOut(1));
        placements.forEach(placement -> row(table, placement));
        return table;
    }

    private static void row(Table table, Placement placement) {
        Quote quote = placement.getQuote();
        table.row(
                Integer.toString(placement.getRank()),
                placement.getInHabitat() ? "*" : "",
                Names.words(placement.getHabitat()),
                Names.id(quote.getOffer().getName()),
                machines(quote),
                Figures.price(quote.getHourlyPrice()),
                Figures.price(quote.getUsefulAcceleratorHourPrice()),
                placement.hasTotalPrice() ? Figures.price(placement.getTotalPrice()) : "",
                placement.hasUnitPrice()
                        ? Figures.price(placement.getUnitPrice().getExpected())
                        : "",
                placement.hasFinishTime() ? Figures.minute(placement.getFinishTime()) : "",
                placement.hasRoundTrip() ? Figures.milliseconds(placement.getRoundTrip()) : "",
                placement.hasComputeLatency() && placement.hasRoundTrip()
                        ? Figures.milliseconds(placement.getComputeLatency().getExpected())
                        : "",
                power(placement));
    }

    /** 2 x 8 nvidia-h100-sxm-80gb: two machines with eight each. */
    static String machines(Quote quote) {
        Machine machine = quote.getOffer().getMachine();
        return quote.getMachineCount() + " x " + machine.getAcceleratorCount().getValue() + " "
                + Names.id(machine.getAccelerator());
    }

    private static String power(Placement placement) {
        Offer offer = placement.getQuote().getOffer();
        if (!placement.hasPower()) {
            return offer.getPlace().getSite().isEmpty() ? "" : "not verified";
        }
        Assessment power = placement.getPower();
        return Figures.watts(power.getDraw().getPeakWatts()) + " peak, " + Figures.watts(power.getHeadroomWatts())
                + " left at " + power.getBinding().getNode();
    }
}
