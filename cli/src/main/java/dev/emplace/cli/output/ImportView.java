package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.PriceImport;
import java.util.Locale;

/** What became of an import. */
public final class ImportView {

    private ImportView() {}

    /**
     * Shows the report.
     *
     * @param rowsPerSecond from the first byte to the answer
     */
    public static void show(PriceImport ended, long rowsPerSecond, Sheet sheet) {
        sheet.line(headline(ended));
        sheet.blank();
        sheet.table(rows(ended));
        if (ended.getQuarantinedCount() > 0) {
            sheet.blank();
            sheet.line("What waits: emplace quarantine --source " + ended.getSource());
        }
        sheet.line(
                Tone.FAINT,
                number(ended.getRowCount()) + " rows, " + number(rowsPerSecond) + " rows/s; revision "
                        + ended.getRevision());
    }

    private static String headline(PriceImport ended) {
        String what = switch (ended.getOutcome()) {
            case IMPORT_OUTCOME_PUBLISHED ->
                number(ended.getAddedOfferCount()) + " offers added, " + number(ended.getChangedOfferCount())
                        + " changed, " + number(ended.getWithdrawnOfferCount()) + " withdrawn";
            case IMPORT_OUTCOME_UNCHANGED -> "nothing has changed";
            case IMPORT_OUTCOME_HELD ->
                "held, and nothing was changed: " + number(ended.getLostOfferCount())
                        + " of the source's offers are no longer in it; --accept-loss imports it if that is right";
            case IMPORT_OUTCOME_VALIDATED -> "judged, and nothing was changed";
            case IMPORT_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> "ended";
        };
        return ended.getSource() + ": " + what;
    }

    private static Table rows(PriceImport ended) {
        var table = new Table(Column.text("VERDICT"), Column.name("OF WHAT", 12), Column.number("ROWS"));
        table.row("published", "", number(ended.getPublishedRowCount()));
        add(table, "", "without a price", ended.getPricelessRowCount());
        ended.getFlaggedList()
                .forEach(count ->
                        add(table, "flagged", word(count.getFlag().name(), "PRICE_FLAG_"), count.getRowCount()));
        ended.getQuarantinedList()
                .forEach(count -> add(
                        table,
                        "quarantined",
                        word(count.getReason().name(), "QUARANTINE_REASON_"),
                        count.getRowCount()));
        add(table, "repeated", "", ended.getRepeatedRowCount());
        add(table, "rejected", "before", ended.getRejectedRowCount());
        ended.getLeftOutList().forEach(count -> add(table, "left out", count.getCause(), count.getEntryCount()));
        return table;
    }

    private static void add(Table table, String verdict, String what, long rows) {
        if (rows > 0) {
            table.row(verdict, what, number(rows));
        }
    }

    private static String word(String constant, String prefix) {
        return constant.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
