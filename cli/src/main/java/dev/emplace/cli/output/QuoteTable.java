package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.Quote;
import java.util.List;

/** What a use costs at each offer, cheapest total first. */
public final class QuoteTable {

    private QuoteTable() {}

    public static Table of(List<Quote> quotes) {
        Table table = new Table(
                Column.name("OFFER", 30),
                Column.name("MACHINES", 26).leftOut(1),
                Column.number("TOTAL"),
                Column.number("$/HOUR"),
                Column.number("$/USEFUL GPU-HOUR"),
                Column.prose("NOT INCLUDED", 14));
        quotes.forEach(quote -> table.row(
                Names.id(quote.getOffer().getName()),
                PlacementTable.machines(quote),
                Figures.price(quote.getTotalPrice()),
                Figures.price(quote.getHourlyPrice()),
                Figures.price(quote.getUsefulAcceleratorHourPrice()),
                String.join("; ", quote.getNotIncludedList())));
        return table;
    }

    /** Every quote line by line. */
    public static void explain(List<Quote> quotes, Sheet sheet) {
        quotes.forEach(quote -> {
            sheet.heading(Names.id(quote.getOffer().getName()) + ": " + PlacementTable.machines(quote));
            QuoteView.show(quote, sheet.indented());
            sheet.blank();
        });
    }
}
