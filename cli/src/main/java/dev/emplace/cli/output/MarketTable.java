package dev.emplace.cli.output;

import com.google.protobuf.util.Durations;
import dev.emplace.api.pricing.v1.BandCounts;
import dev.emplace.api.pricing.v1.DataStatus;
import dev.emplace.api.pricing.v1.PriceGroup;
import dev.emplace.api.pricing.v1.SummarizePricesResponse;

/** How prices are spread: one row for each accelerator, provider, way to buy and term. */
public final class MarketTable {

    private static final int MONTH_HOURS = 730;

    private MarketTable() {}

    public static Table of(SummarizePricesResponse response) {
        Table table = new Table(
                Column.name("ACCELERATOR", 14).leftOut(1),
                Column.text("PROVIDER"),
                Column.text("BOUGHT"),
                Column.number("OFFERS"),
                Column.number("UNPRICED").leftOut(2),
                Column.number("$/GPU-HOUR LEAST"),
                Column.number("MEDIAN"),
                Column.number("MOST"),
                Column.text("IN BAND"),
                Column.number("DISCOUNT MEDIAN"),
                Column.text("IN BAND "));
        response.getGroupsList().forEach(group -> row(group, table));
        return table;
    }

    private static void row(PriceGroup group, Table table) {
        boolean priced = group.getPriceStatus() == DataStatus.DATA_STATUS_AVAILABLE;
        boolean discounted = group.getDiscountStatus() == DataStatus.DATA_STATUS_AVAILABLE;
        table.row(
                priced ? Tone.PLAIN : Tone.FAINT,
                Names.id(group.getAccelerator()),
                group.getProvider(),
                Names.words(group.getCommercialModel()) + term(group),
                Integer.toString(group.getPrices().getCount()),
                group.getUnpricedCount() == 0 ? "" : Integer.toString(group.getUnpricedCount()),
                priced ? Figures.price(group.getPrices().getMinimum()) : "no data",
                priced ? Figures.price(group.getPrices().getMedian()) : "",
                priced ? Figures.price(group.getPrices().getMaximum()) : "",
                group.hasPriceBands() ? band(group.getPriceBands()) : "",
                discounted ? Figures.percent(group.getDiscounts().getMedian(), 0) : missing(group),
                group.hasDiscountBands() ? band(group.getDiscountBands()) : "");
    }

    private static String missing(PriceGroup group) {
        return group.getDiscountStatus() == DataStatus.DATA_STATUS_NO_DATA ? "no data" : "";
    }

    private static String term(PriceGroup group) {
        long hours = Durations.toHours(group.getCommitmentDuration());
        if (hours == 0) {
            return "";
        }
        return hours % MONTH_HOURS == 0 ? " " + hours / MONTH_HOURS + " months" : " " + hours / 24 + " days";
    }

    private static String band(BandCounts counts) {
        int all = counts.getBelowCount() + counts.getWithinCount() + counts.getAboveCount();
        return counts.getWithinCount() + " of " + all;
    }
}
