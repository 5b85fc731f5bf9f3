package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.QuoteInput;
import dev.emplace.api.pricing.v1.QuoteLine;
import java.util.stream.Collectors;

/** A quote line by line: the formula, each input with its source, and the document that states the price. */
final class QuoteView {

    private QuoteView() {}

    static void show(Quote quote, Sheet sheet) {
        sheet.line("costs " + Figures.price(quote.getTotalPrice()) + " in all, " + Figures.price(quote.getHourlyPrice())
                + " an hour, " + Figures.price(quote.getUsefulAcceleratorHourPrice())
                + " for each useful accelerator-hour");
        Sheet body = sheet.indented();
        quote.getLinesList().forEach(line -> show(line, body));
        quote.getUnitPricesList()
                .forEach(unit -> body.item("for each " + unit.getUnit(), Figures.price(unit.getPrice())));
        if (quote.hasCommitmentWorth()) {
            body.item(
                    "against on demand",
                    "cheaper from " + Figures.percent(quote.getCommitmentWorth().getBreakEvenUtilization(), 1)
                            + " use on");
        }
        quote.getNotIncludedList().forEach(text -> body.item(Tone.DOUBTFUL, "not included", text));
        body.item("price from", source(quote.getOffer()));
    }

    private static void show(QuoteLine line, Sheet sheet) {
        sheet.line(Figures.price(line.getAmount()) + " " + Names.words(line.getKind()) + ": " + line.getDescription());
        Sheet below = sheet.indented();
        below.line(Tone.FAINT, "= " + line.getFormula());
        below.line(
                Tone.FAINT, line.getInputsList().stream().map(QuoteView::input).collect(Collectors.joining("; ")));
    }

    private static String input(QuoteInput input) {
        String unit = input.getUnit().isEmpty() ? "" : " " + input.getUnit();
        String source = input.getSource().isEmpty() ? "" : " (" + input.getSource() + ")";
        return input.getName() + " = " + input.getValue().getValue() + unit + source;
    }

    /** The document, its date, and how far it can be trusted. */
    static String source(Offer offer) {
        return offer.getSource().getDocument() + ", read "
                + Figures.date(offer.getSource().getObservedTime()) + " (" + Names.words(offer.getPriceBasis())
                + ", confidence " + Figures.percent(offer.getConfidence()) + ")";
    }
}
