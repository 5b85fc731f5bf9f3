package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.QuarantinedRow;
import java.util.List;

/** Rows that imports did not publish. */
public final class QuarantineView {

    private QuarantineView() {}

    public static Table table(List<QuarantinedRow> rows) {
        Table table = new Table(
                Column.text("ROW"),
                Column.text("SOURCE"),
                Column.text("STATE"),
                Column.text("REASON"),
                Column.name("OF WHAT", 20),
                Column.number("PRICE"),
                Column.prose("NOTE", 20).leftOut(1));
        rows.forEach(row -> table.row(
                Names.id(row.getName()),
                row.getSource(),
                Names.words(row.getState()),
                Names.words(row.getReason()),
                thing(row),
                row.getStatedPrice() + " " + row.getCurrencyCode(),
                row.getNote()));
        return table;
    }

    public static void show(QuarantinedRow row, Sheet sheet) {
        sheet.heading(Names.words(row.getState()) + ": " + Names.id(row.getName()));
        Sheet body = sheet.indented();
        body.item(
                "is",
                thing(row) + " at " + row.getStatedPrice() + " " + row.getCurrencyCode() + ", of " + row.getSource()
                        + ", line " + row.getLine());
        body.item("was held back", Names.words(row.getReason()) + ": " + row.getNote());
        if (!row.getStandingOffer().isEmpty()) {
            body.item("meanwhile", row.getStandingOffer() + " stands");
        }
        if (!row.getComment().isEmpty()) {
            body.item("comment", row.getComment());
        }
        body.item("takes effect", "with the next import of " + row.getSource() + " that has the row");
    }

    private static String thing(QuarantinedRow row) {
        String place = row.getZone().isEmpty() ? row.getRegion() : row.getZone();
        return row.getProvider() + "/" + place + " " + row.getInstanceType() + " "
                + Names.words(row.getCommercialModel());
    }
}
