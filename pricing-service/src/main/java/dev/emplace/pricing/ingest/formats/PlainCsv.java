package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Term;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code provider,region,instance_type,purchase,usd_per_hour}: the purchase is on_demand, spot, reserved_1y or reserved_3y. */
public final class PlainCsv implements PriceFormat {

    private static final List<String> COLUMNS =
            List.of("provider", "region", "instance_type", "purchase", "usd_per_hour");

    @Override
    public Authority authority() {
        return Authority.AGGREGATOR;
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("text/csv", "text/plain", "application/csv", "application/octet-stream");
    }

    @Override
    public void read(List<PricePage> pages, Rows rows) throws IOException {
        for (var page : pages) {
            CsvTable.read(page, COLUMNS, line -> rows.add(row(line, rows)));
        }
    }

    private static ObservedRow row(CsvTable.Line line, Rows rows) {
        var purchase = line.text("purchase");
        return new ObservedRow(
                line.number(),
                rows.word(line.text("provider").toLowerCase(Locale.ROOT)),
                rows.word(line.text("region")),
                Optional.empty(),
                rows.word(line.text("instance_type")),
                model(line.number(), purchase),
                term(purchase),
                line.optional("usd_per_hour"),
                "USD",
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static CommercialModel model(long line, String purchase) {
        return switch (purchase) {
            case "on_demand" -> CommercialModel.ON_DEMAND;
            case "spot" -> CommercialModel.SPOT;
            case "reserved_1y", "reserved_3y" -> CommercialModel.RESERVED;
            default ->
                throw new BrokenFileException(
                        "line " + line,
                        "the purchase is '" + (purchase.length() > 40 ? purchase.substring(0, 40) : purchase)
                                + "'; it can be on_demand, spot, reserved_1y or reserved_3y");
        };
    }

    private static Optional<Term> term(String purchase) {
        return switch (purchase) {
            case "reserved_1y" -> Optional.of(Term.ofMonths(12));
            case "reserved_3y" -> Optional.of(Term.ofMonths(36));
            default -> Optional.empty();
        };
    }
}
