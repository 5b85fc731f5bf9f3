package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.Conditions;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.offers.Window;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code provider,region,instance_type,purchase,usd_per_hour}, and where they are there {@code zone,start_time,end_time,
 * upfront_usd,minimum_instances,block_start_time,block_end_time}, with times as in RFC 3339. A contract states no list, so
 * this is the format of most sheets.
 */
public final class PlainCsv implements PriceFormat {

    private static final List<String> COLUMNS =
            List.of("provider", "region", "instance_type", "purchase", "usd_per_hour");

    private static final String BLOCK = "capacity_block";

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
        var conditions = conditions(line, purchase);
        return new ObservedRow(
                line.number(),
                rows.word(line.text("provider").toLowerCase(Locale.ROOT)),
                rows.word(line.text("region")),
                line.optional("zone").map(rows::word),
                rows.word(line.text("instance_type")),
                model(line.number(), purchase),
                term(purchase).or(() -> conditions.dates().map(Window::term)),
                line.optional("usd_per_hour"),
                "USD",
                false,
                Optional.empty(),
                line.time("start_time"),
                conditions);
    }

    private static Conditions conditions(CsvTable.Line line, String purchase) {
        var start = line.time("block_start_time");
        var end = line.time("block_end_time");
        boolean block = purchase.equals(BLOCK);
        if (start.isPresent() != block || end.isPresent() != block) {
            throw line.broken("a capacity_block has block_start_time and block_end_time, and nothing else has");
        }
        try {
            var dates = start.map(from -> new Window(from, end.orElseThrow()));
            dates.ifPresent(Window::term);
            return new Conditions(
                    line.time("end_time"),
                    line.number("upfront_usd").orElse(BigDecimal.ZERO),
                    line.number("minimum_instances").orElse(BigDecimal.ONE).intValueExact(),
                    dates);
        } catch (ArithmeticException | IllegalArgumentException wrong) {
            throw line.broken(String.valueOf(wrong.getMessage()));
        }
    }

    private static CommercialModel model(long line, String purchase) {
        return switch (purchase) {
            case "on_demand" -> CommercialModel.ON_DEMAND;
            case "spot" -> CommercialModel.SPOT;
            case "reserved_1y", "reserved_3y" -> CommercialModel.RESERVED;
            case "savings_plan_1y", "savings_plan_3y" -> CommercialModel.SAVINGS_PLAN;
            case BLOCK -> CommercialModel.CAPACITY_BLOCK;
            default ->
                throw new BrokenFileException(
                        "line " + line,
                        "the purchase is '" + (purchase.length() > 40 ? purchase.substring(0, 40) : purchase)
                                + "'; it can be on_demand, spot, reserved_1y, reserved_3y, savings_plan_1y,"
                                + " savings_plan_3y or capacity_block");
        };
    }

    private static Optional<Term> term(String purchase) {
        return switch (purchase) {
            case "reserved_1y", "savings_plan_1y" -> Optional.of(Term.ofMonths(12));
            case "reserved_3y", "savings_plan_3y" -> Optional.of(Term.ofMonths(36));
            default -> Optional.empty();
        };
    }
}
