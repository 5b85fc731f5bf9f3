package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.pricing.v1.PriceAbsence;
import java.util.List;

/** What is offered, cheapest first; and what is known, but not at which price. */
public final class OfferTable {

    private OfferTable() {}

    /** The offers with their prices, and below them the documents that the prices are from. */
    public static void showPriced(List<Offer> offers, Sheet sheet) {
        Table table = new Table(
                Column.name("OFFER", 38),
                Column.text("WHERE").leftOut(4),
                Column.name("MACHINE", 24).leftOut(3),
                Column.number("$/HOUR"),
                Column.number("$/GPU-HOUR"),
                Column.text("BASIS").leftOut(2),
                Column.number("AGE").leftOut(1),
                Column.number("SOURCE"));
        List<String> documents =
                offers.stream().map(OfferTable::document).distinct().toList();
        offers.forEach(offer -> table.row(
                Names.id(offer.getName()),
                where(offer.getPlace()),
                machine(offer),
                Figures.price(offer.getListUnitPrice()),
                Figures.price(offer.getAcceleratorUnitPrice()),
                Names.words(offer.getPriceBasis()),
                Figures.span(offer.getPriceAge()),
                "[" + (documents.indexOf(document(offer)) + 1) + "]"));
        sheet.table(table);
        for (int i = 0; i < documents.size(); i++) {
            sheet.line(Tone.FAINT, "[" + (i + 1) + "] " + documents.get(i));
        }
    }

    /** The offers that are known without a price, each with the reason. */
    public static Table absent(List<Offer> offers) {
        Table table = new Table(
                Column.name("WITHOUT A PRICE", 38),
                Column.prose("WHY", 24),
                Column.name("MACHINE", 24).leftOut(1));
        offers.forEach(offer ->
                table.row(Tone.FAINT, Names.id(offer.getName()), why(offer.getPriceAbsence()), machine(offer)));
        return table;
    }

    private static String why(PriceAbsence absence) {
        return switch (absence) {
            case PRICE_ABSENCE_UNSPECIFIED -> "";
            case PRICE_ABSENCE_CAPACITY_BLOCK_ONLY -> "sold only as dated blocks";
            case PRICE_ABSENCE_SOLD_OUT -> "cannot be bought now";
            case PRICE_ABSENCE_NOT_PUBLISHED -> "told only to those who ask";
            case PRICE_ABSENCE_UNKNOWN -> "no dated document at hand states it";
            case UNRECOGNIZED -> Names.words(absence);
        };
    }

    private static String document(Offer offer) {
        return offer.getSource().getDocument() + ", read "
                + Figures.date(offer.getSource().getObservedTime());
    }

    private static String where(Place place) {
        return place.getCountry().isEmpty() ? place.getRegion() : place.getRegion() + ", " + place.getCountry();
    }

    private static String machine(Offer offer) {
        return offer.getMachine().getAcceleratorCount().getValue() + " x "
                + Names.id(offer.getMachine().getAccelerator())
                + dates(offer);
    }

    private static String dates(Offer offer) {
        return offer.hasBlockStartTime()
                ? ", " + Figures.date(offer.getBlockStartTime()) + " to " + Figures.date(offer.getBlockEndTime())
                : "";
    }
}
