package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.imports.StatedMachine;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * AWS' bulk price list of EC2: gigabytes, of which products come far from their terms, so that it is read twice: for the
 * products that are of interest, which are few, and then for their terms.
 */
public final class AwsBulkJson implements PriceFormat {

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    @Override
    public Authority authority() {
        return Authority.PROVIDER;
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("application/json", "application/octet-stream", "binary/octet-stream");
    }

    @Override
    public void read(List<PricePage> pages, Rows rows) throws IOException {
        for (var page : pages) {
            var products = new HashMap<String, Product>();
            section(
                    page,
                    "products",
                    json -> json.fields(sku -> {
                        product(json.object(), rows).ifPresent(product -> {
                            rows.requireRoom(json.line(), "products", products.size());
                            products.put(rows.word(sku), product);
                        });
                    }));
            section(
                    page,
                    "terms",
                    json -> json.fields(kind -> {
                        switch (kind) {
                            case "OnDemand" -> terms(json, products, rows, false);
                            case "Reserved" -> terms(json, products, rows, true);
                            default -> json.skip();
                        }
                    }));
        }
    }

    private static void section(PricePage page, String section, JsonStream.Action action) throws IOException {
        JsonStream.read(page, json -> {
            var found = new Cell<>(false);
            json.documents(() -> json.fields(name -> {
                if (name.equals(section)) {
                    found.set(true);
                    action.read(json);
                } else {
                    json.skip();
                }
            }));
            if (!found.get()) {
                throw json.broken("the file has no " + section + ": the format has changed, or this is something else");
            }
        });
    }

    private static Optional<Product> product(Map<String, Object> product, Rows rows) {
        var attributes = JsonStream.object(product, "attributes");
        var without = leftOut(attributes);
        if (without.isPresent()) {
            rows.leaveOut(without.get());
            return Optional.empty();
        }
        return Optional.of(new Product(
                rows.word(JsonStream.text(attributes, "regionCode")),
                rows.word(JsonStream.text(attributes, "instanceType")),
                machine(attributes)));
    }

    private static Optional<String> leftOut(Map<String, Object> attributes) {
        if (JsonStream.text(attributes, "instanceType").isEmpty()
                || JsonStream.text(attributes, "regionCode").isEmpty()) {
            return Optional.of("what is no machine of a region");
        }
        if (!is(attributes, "operatingSystem", "Linux")) {
            return Optional.of("other systems than Linux");
        }
        if (!is(attributes, "tenancy", "Shared")) {
            return Optional.of("other tenancy than shared");
        }
        if (!is(attributes, "preInstalledSw", "NA")) {
            return Optional.of("software included");
        }
        return is(attributes, "capacitystatus", "Used") ? Optional.empty() : Optional.of("capacity held and not used");
    }

    private static boolean is(Map<String, Object> attributes, String key, String value) {
        return JsonStream.text(attributes, key).equals(value);
    }

    private static Optional<StatedMachine> machine(Map<String, Object> attributes) {
        var vcpus = JsonStream.text(attributes, "vcpu");
        var memory = JsonStream.text(attributes, "memory").replace(",", "").replace(" GiB", "");
        return Optional.of(new StatedMachine(
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                vcpus.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(vcpus)) : OptionalInt.empty(),
                memory.matches("\\d{1,6}(\\.\\d{1,3})?")
                        ? OptionalLong.of(new BigDecimal(memory).multiply(GIB).longValue())
                        : OptionalLong.empty()));
    }

    private static void terms(JsonStream json, Map<String, Product> products, Rows rows, boolean reserved)
            throws IOException {
        json.fields(sku -> {
            var product = products.get(sku);
            if (product == null) {
                json.skip();
                return;
            }
            long line = json.line();
            json.fields(offer -> term(line, product, json.object(), rows, reserved));
        });
    }

    private static void term(long line, Product product, Map<String, Object> term, Rows rows, boolean reserved) {
        var attributes = JsonStream.object(term, "termAttributes");
        if (reserved
                && !(is(attributes, "OfferingClass", "standard") && is(attributes, "PurchaseOption", "No Upfront"))) {
            rows.leaveOut("convertible reservations, and those paid in advance");
            return;
        }
        var bound = reserved ? bound(JsonStream.text(attributes, "LeaseContractLength")) : Optional.<Term>empty();
        if (reserved && bound.isEmpty()) {
            rows.leaveOut("reservations of other terms");
            return;
        }
        var from = from(JsonStream.text(term, "effectiveDate"));
        for (var dimension : JsonStream.object(term, "priceDimensions").values()) {
            if (dimension instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // a JSON object
                var price = (Map<String, Object>) map;
                price(line, product, price, rows, bound, from);
            }
        }
    }

    private static void price(
            long line,
            Product product,
            Map<String, Object> dimension,
            Rows rows,
            Optional<Term> bound,
            Optional<Instant> from) {
        if (!is(dimension, "unit", "Hrs")
                || !JsonStream.text(dimension, "beginRange").matches("0?")) {
            rows.leaveOut("other units than an hour, and higher tiers of volume");
            return;
        }
        JsonStream.object(dimension, "pricePerUnit")
                .forEach((currency, amount) -> rows.add(new ObservedRow(
                        line,
                        "aws",
                        product.region(),
                        Optional.empty(),
                        product.instanceType(),
                        bound.isPresent() ? CommercialModel.RESERVED : CommercialModel.ON_DEMAND,
                        bound,
                        Optional.of(String.valueOf(amount)),
                        rows.word(currency),
                        true,
                        product.machine(),
                        from)));
    }

    private static Optional<Term> bound(String length) {
        return switch (length) {
            case "1yr" -> Optional.of(Term.ofMonths(12));
            case "3yr" -> Optional.of(Term.ofMonths(36));
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> from(String date) {
        try {
            return date.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(date));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private record Product(String region, String instanceType, Optional<StatedMachine> machine) {}
}
