package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.imports.Shapes;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google's Cloud Billing catalog: pages of {@code skus}, which price cores, memory and accelerators apart. The machines
 * that the catalog knows are put together from them; one of which a component has no price in a region is left out there.
 */
public final class GcpBillingJson implements PriceFormat {

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private final Shapes shapes;

    public GcpBillingJson(Shapes shapes) {
        this.shapes = shapes;
    }

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
        var components = new GcpComponents(rows);
        var next = new Cell<>("");
        for (var page : pages) {
            JsonStream.read(page, json -> json.documents(() -> next.set(readPage(json, components))));
        }
        if (!next.get().isEmpty()) {
            throw new BrokenFileException("the last page", "names a next page, so that the list is not whole");
        }
        for (var region : components.regions()) {
            for (var model : List.of(CommercialModel.ON_DEMAND, CommercialModel.SPOT, CommercialModel.RESERVED)) {
                shapes.instances("gcp").forEach(machine -> add(machine, region, model, components, rows));
            }
        }
    }

    @Override
    public Optional<URI> next(URI current, PricePage page) throws IOException {
        return Links.withToken(current, JsonStream.lastText(page, "nextPageToken"));
    }

    private static String readPage(JsonStream json, GcpComponents components) throws IOException {
        var next = new Cell<>("");
        var found = new Cell<>(false);
        json.fields(name -> {
            switch (name) {
                case "skus" -> {
                    found.set(true);
                    json.elements(() -> components.add(json.line(), json.object()));
                }
                case "nextPageToken" -> next.set(json.text());
                default -> json.skip();
            }
        });
        if (!found.get()) {
            throw json.broken("the page has no skus: the format has changed, or this is something else");
        }
        return next.get();
    }

    private void add(Instance machine, String region, CommercialModel model, GcpComponents components, Rows rows) {
        var price = price(machine, region, model, components);
        if (price.isEmpty()) {
            return;
        }
        rows.add(new ObservedRow(
                1,
                "gcp",
                region,
                Optional.empty(),
                machine.name(),
                model,
                model == CommercialModel.RESERVED ? Optional.of(Term.ofMonths(12)) : Optional.empty(),
                price,
                components.currency(),
                true,
                Optional.empty(),
                Optional.empty()));
    }

    /** Empty where the price of a component, or its amount, is not known; of the host alone where it is not plain which. */
    private Optional<String> price(Instance machine, String region, CommercialModel model, GcpComponents components) {
        var family = family(machine.name());
        if (machine.vcpus().isEmpty()
                || machine.memoryBytes().isEmpty()
                || machine.accelerator().isEmpty()) {
            return Optional.empty();
        }
        var gibibytes = BigDecimal.valueOf(machine.memoryBytes().getAsLong()).divide(GIB);
        var core = components.core(family, region, model);
        var memory = components.memory(family, region, model);
        var accelerator = accelerator(machine.accelerator().get(), components.accelerators(region, model));
        if (core.isEmpty() || memory.isEmpty() || accelerator.isEmpty()) {
            return Optional.empty();
        }
        if (accelerator.size() > 1) {
            return Optional.of(ObservedRow.HOST_ALONE);
        }
        return Optional.of(core.get()
                .multiply(BigDecimal.valueOf(machine.vcpus().getAsInt()))
                .add(memory.get().multiply(gibibytes))
                .add(accelerator.get(0).multiply(machine.acceleratorCount()))
                .toPlainString());
    }

    /** The prices that it may have. */
    private List<BigDecimal> accelerator(Accelerator accelerator, Map<String, BigDecimal> prices) {
        return shapes.meant(accelerator, prices.entrySet(), Map.Entry::getKey).stream()
                .map(priced -> priced.getValue().stripTrailingZeros())
                .distinct()
                .toList();
    }

    /** What Google calls the cores of a machine. Those of an a3 with other networks and accelerators have prices of their own. */
    private static String family(String machine) {
        var family = machine.substring(0, Math.max(0, machine.indexOf('-')));
        if (machine.startsWith("a3-megagpu")) {
            return family + "plus";
        }
        return machine.startsWith("a3-ultragpu") ? family + "ultra" : family;
    }

    static boolean is(Map<String, Object> object, String key, String value) {
        return JsonStream.text(object, key).equals(value);
    }
}
