package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.Conditions;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Azure's Retail Prices: pages of {@code Items}, chained by {@code NextPageLink}. Prices of reservations are those of the
 * whole term, whatever their unit says.
 */
public final class AzureRetailJson implements PriceFormat {

    private static final List<String> REQUIRED =
            List.of("retailPrice", "armSkuName", "armRegionName", "type", "currencyCode", "meterName", "unitOfMeasure");
    private static final int HOURS_A_YEAR = 8760;

    @Override
    public Authority authority() {
        return Authority.PROVIDER;
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("application/json");
    }

    @Override
    public void read(List<PricePage> pages, Rows rows) throws IOException {
        var next = new Cell<>("");
        for (var page : pages) {
            JsonStream.read(page, json -> json.documents(() -> next.set(readPage(json, rows))));
        }
        if (!next.get().isEmpty()) {
            throw new BrokenFileException("the last page", "names a next page, so that the list is not whole");
        }
    }

    @Override
    public Optional<URI> next(URI current, PricePage page) throws IOException {
        return Links.resolve(current, JsonStream.lastText(page, "NextPageLink"));
    }

    /** The link to the next page; empty on the last. */
    private static String readPage(JsonStream json, Rows rows) throws IOException {
        var next = new Cell<>("");
        var items = new Cell<>(false);
        json.fields(name -> {
            switch (name) {
                case "Items" -> {
                    items.set(true);
                    json.elements(() -> item(json.line(), json.object(), rows));
                }
                case "NextPageLink" -> next.set(json.text());
                default -> json.skip();
            }
        });
        if (!items.get()) {
            throw json.broken("the page has no Items: the format has changed, or this is something else");
        }
        return next.get();
    }

    private static void item(long line, Map<String, Object> item, Rows rows) {
        for (var field : REQUIRED) {
            if (!item.containsKey(field)) {
                throw new BrokenFileException("line " + line, "an item has no " + field + ": the format has changed");
            }
        }
        var without = leftOut(item);
        if (without.isPresent()) {
            rows.leaveOut(without.get());
            return;
        }
        var type = JsonStream.text(item, "type");
        if (type.equals("Reservation")) {
            reserved(line, item, rows);
        } else {
            boolean spot = JsonStream.text(item, "meterName").endsWith("Spot");
            var model = spot ? CommercialModel.SPOT : CommercialModel.ON_DEMAND;
            rows.add(row(line, item, rows, model, Optional.empty(), JsonStream.text(item, "retailPrice")));
            JsonStream.objects(item, "savingsPlan").forEach(plan -> saved(line, item, plan, rows));
        }
    }

    private static Optional<String> leftOut(Map<String, Object> item) {
        var product = JsonStream.text(item, "productName");
        var service = JsonStream.text(item, "serviceName");
        if (!service.isEmpty() && !service.equals("Virtual Machines")) {
            return Optional.of("other services");
        }
        if (JsonStream.text(item, "armSkuName").isBlank()
                || JsonStream.text(item, "armRegionName").isBlank()) {
            return Optional.of("no machine or no region");
        }
        if (product.endsWith("Windows")) {
            return Optional.of("Windows");
        }
        if (product.contains("CloudServices") || product.contains("Cloud Services")) {
            return Optional.of("Cloud Services");
        }
        if (JsonStream.text(item, "meterName").endsWith("Low Priority")) {
            return Optional.of("Low Priority");
        }
        var type = JsonStream.text(item, "type");
        if (!type.equals("Consumption") && !type.equals("Reservation")) {
            return Optional.of(type.equals("DevTestConsumption") ? type : "other types of price");
        }
        if (!JsonStream.text(item, "unitOfMeasure").equals("1 Hour")) {
            return Optional.of("other units than an hour");
        }
        return isAboveFirstTier(item) ? Optional.of("higher tiers of volume") : Optional.empty();
    }

    private static boolean isAboveFirstTier(Map<String, Object> item) {
        var tier = JsonStream.text(item, "tierMinimumUnits");
        return !tier.isEmpty() && !tier.matches("0+(\\.0+)?");
    }

    private static void reserved(long line, Map<String, Object> item, Rows rows) {
        var years = years(JsonStream.text(item, "reservationTerm"));
        if (years.isEmpty()) {
            rows.leaveOut("reservations of other terms");
            return;
        }
        var price = perHour(line, JsonStream.text(item, "retailPrice"), years.get());
        rows.add(row(line, item, rows, CommercialModel.RESERVED, Optional.of(Term.ofMonths(12 * years.get())), price));
    }

    private static void saved(long line, Map<String, Object> item, Map<String, Object> plan, Rows rows) {
        years(JsonStream.text(plan, "term"))
                .ifPresentOrElse(
                        years -> rows.add(row(
                                line,
                                item,
                                rows,
                                CommercialModel.SAVINGS_PLAN,
                                Optional.of(Term.ofMonths(12 * years)),
                                JsonStream.text(plan, "retailPrice"))),
                        () -> rows.leaveOut("savings plans of other terms"));
    }

    private static Optional<Integer> years(String term) {
        return switch (term) {
            case "1 Year" -> Optional.of(1);
            case "3 Years" -> Optional.of(3);
            case "5 Years" -> Optional.of(5);
            default -> Optional.empty();
        };
    }

    private static String perHour(long line, String total, int years) {
        if (!total.matches("\\d{1,12}(\\.\\d{1,40})?")) {
            throw new BrokenFileException("line " + line, "retailPrice is no number");
        }
        return new BigDecimal(total)
                .divide(BigDecimal.valueOf((long) years * HOURS_A_YEAR), MathContext.DECIMAL64)
                .toPlainString();
    }

    private static ObservedRow row(
            long line, Map<String, Object> item, Rows rows, CommercialModel model, Optional<Term> term, String price) {
        return new ObservedRow(
                line,
                "azure",
                rows.word(JsonStream.text(item, "armRegionName")),
                Optional.empty(),
                rows.word(JsonStream.text(item, "armSkuName")),
                model,
                term,
                Optional.of(price),
                rows.word(JsonStream.text(item, "currencyCode")),
                true,
                Optional.empty(),
                time(line, item, "effectiveStartDate"),
                Conditions.until(time(line, item, "effectiveEndDate")));
    }

    private static Optional<Instant> time(long line, Map<String, Object> item, String field) {
        var date = JsonStream.text(item, field);
        try {
            return date.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(date));
        } catch (DateTimeParseException other) {
            throw new BrokenFileException("line " + line, field + " is no time such as 2026-01-01T00:00:00Z");
        }
    }
}
