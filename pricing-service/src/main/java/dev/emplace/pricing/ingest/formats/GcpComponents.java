package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.offers.CommercialModel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What Google prices apart: cores and memory of a family of machines, and accelerators, by region and model. */
final class GcpComponents {

    private static final Pattern CORE = Pattern.compile(
            "(?:Spot Preemptible )?(\\w+) (?:Predefined )?Instance Core running in .*|Commitment v1: (\\w+) Cpu in .*");
    private static final Pattern MEMORY = Pattern.compile(
            "(?:Spot Preemptible )?(\\w+) (?:Predefined )?Instance Ram running in .*|Commitment v1: (\\w+) Ram in .*");
    private static final Pattern ACCELERATOR = Pattern.compile(
            "(?:Commitment v1: )?(Nvidia .+?) GPU(?: attached to Spot Preemptible VMs)? (?:running )?in .*");

    private final Rows rows;
    private final Map<String, BigDecimal> machines = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> accelerators = new HashMap<>();
    private final Set<String> regions = new TreeSet<>();
    private String currency = "USD";
    private int kept;

    GcpComponents(Rows rows) {
        this.rows = rows;
    }

    void add(long line, Map<String, Object> sku) {
        var category = JsonStream.object(sku, "category");
        var pricing = JsonStream.objects(sku, "pricingInfo");
        if (category.isEmpty() || !sku.containsKey("pricingInfo") || !sku.containsKey("description")) {
            throw new BrokenFileException(
                    "line " + line,
                    "an entry has no category, description or pricingInfo: the" + " format has changed");
        }
        var model = model(JsonStream.text(category, "usageType"));
        if (!GcpBillingJson.is(category, "resourceFamily", "Compute") || model.isEmpty() || pricing.isEmpty()) {
            rows.leaveOut("what is no computer, or sold otherwise");
            return;
        }
        // The timeline's last entry is the one that holds.
        var expression = JsonStream.object(pricing.get(pricing.size() - 1), "pricingExpression");
        var price = hourly(line, expression);
        if (price.isEmpty()) {
            rows.leaveOut("other units than an hour");
            return;
        }
        if (sku.get("serviceRegions") instanceof List<?> places) {
            places.forEach(
                    place -> add(JsonStream.text(sku, "description"), String.valueOf(place), model.get(), price.get()));
        }
    }

    Set<String> regions() {
        return regions;
    }

    String currency() {
        return currency;
    }

    Optional<BigDecimal> core(String family, String region, CommercialModel model) {
        return Optional.ofNullable(machines.get(key("core", family, region, model)));
    }

    Optional<BigDecimal> memory(String family, String region, CommercialModel model) {
        return Optional.ofNullable(machines.get(key("memory", family, region, model)));
    }

    /** Prices of an accelerator each, by Google's name of it. */
    Map<String, BigDecimal> accelerators(String region, CommercialModel model) {
        return accelerators.getOrDefault(region + ' ' + model, Map.of());
    }

    private void add(String description, String region, CommercialModel model, BigDecimal price) {
        rows.requireRoom(1, "components", machines.size() + kept);
        var core = CORE.matcher(description);
        var memory = MEMORY.matcher(description);
        var accelerator = ACCELERATOR.matcher(description);
        if (core.matches()) {
            regions.add(rows.word(region));
            machines.put(key("core", first(core.group(1), core.group(2)), region, model), price);
        } else if (memory.matches()) {
            machines.put(key("memory", first(memory.group(1), memory.group(2)), region, model), price);
        } else if (accelerator.matches()) {
            accelerators
                    .computeIfAbsent(rows.word(region) + ' ' + model, any -> new HashMap<>())
                    .put(rows.word(accelerator.group(1)), price);
            kept++;
        } else {
            rows.leaveOut("components of no machine that is known");
        }
    }

    private Optional<BigDecimal> hourly(long line, Map<String, Object> expression) {
        var unit = JsonStream.text(expression, "usageUnit");
        var rates = JsonStream.objects(expression, "tieredRates");
        if (!Set.of("h", "GiBy.h").contains(unit) || rates.isEmpty()) {
            return Optional.empty();
        }
        var price = JsonStream.object(rates.get(0), "unitPrice");
        currency = JsonStream.text(price, "currencyCode");
        var units = JsonStream.text(price, "units");
        var nanos = JsonStream.text(price, "nanos");
        if (!units.matches("\\d{0,9}") || !nanos.matches("\\d{0,9}")) {
            throw new BrokenFileException("line " + line, "a unit price is not units and nanos");
        }
        return Optional.of(number(units).add(number(nanos).movePointLeft(9)));
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static Optional<CommercialModel> model(String usage) {
        return switch (usage) {
            case "OnDemand" -> Optional.of(CommercialModel.ON_DEMAND);
            case "Preemptible" -> Optional.of(CommercialModel.SPOT);
            case "Commit1Yr" -> Optional.of(CommercialModel.RESERVED);
            default -> Optional.empty();
        };
    }

    private static String first(
            @org.jspecify.annotations.Nullable String one, @org.jspecify.annotations.Nullable String two) {
        return one != null ? one : String.valueOf(two);
    }

    private String key(String part, String family, String region, CommercialModel model) {
        return part + ' ' + rows.word(family).toLowerCase(Locale.ROOT) + ' ' + rows.word(region) + ' ' + model;
    }
}
