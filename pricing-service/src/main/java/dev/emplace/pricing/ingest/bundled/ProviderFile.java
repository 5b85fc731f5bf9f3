package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.imports.Assortment;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import dev.emplace.pricing.domain.providers.ListedProvider;
import dev.emplace.pricing.domain.providers.ProviderProfile;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file of one provider: itself, what is known of it, its regions, the sources of its prices, its instances, its offers. */
final class ProviderFile {

    private final ListedProvider provider;
    private final Map<String, Instance> instances;
    private final List<Offer> offers;
    private final Assortment assortment;

    ProviderFile(YamlFile file, Map<String, Accelerator> accelerators) {
        var root = file.entry().allowing("provider", "profile", "regions", "sources", "instances", "tariffs", "offers");
        var owner = Places.provider(root.entry("provider"));
        var regions = each(root, "regions", (code, entry) -> Places.region(owner, code, entry));
        var profile = root.optionalEntry("profile").map(Profiles::profile).orElse(ProviderProfile.UNKNOWN);
        provider = new ListedProvider(owner, List.copyOf(regions.values()), profile);
        instances = each(root, "instances", (name, entry) -> Machines.instance(name, entry, accelerators));
        var sources = each(root, "sources", ProviderFile::source);
        Map<String, OwnershipTariff> tariffs =
                root.has("tariffs") ? each(root, "tariffs", (name, entry) -> Tariffs.ownership(entry)) : Map.of();
        var builder = new OfferEntries(owner, regions, instances, sources, tariffs);
        offers = root.entries("offers").stream().map(builder::offer).toList();
        assortment = new Assortment(instances, accelerated(root), pricesByRegion(root), notOnDemand(offers));
    }

    ListedProvider provider() {
        return provider;
    }

    Collection<Instance> instances() {
        return instances.values();
    }

    List<Offer> offers() {
        return offers;
    }

    Assortment assortment() {
        return assortment;
    }

    private static boolean pricesByRegion(Entry root) {
        return root.entry("provider")
                .optionalText("pricing")
                .filter("REGIONAL"::equals)
                .isPresent();
    }

    private static Optional<Pattern> accelerated(Entry root) {
        return root.entry("provider").optionalText("accelerated").map(Pattern::compile);
    }

    private static Map<String, AbsenceReason> notOnDemand(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.model() == CommercialModel.ON_DEMAND)
                .filter(offer -> offer.price() instanceof Price.Absent)
                .collect(Collectors.toMap(
                        offer -> offer.instance().name(),
                        offer -> ((Price.Absent) offer.price()).reason(),
                        (one, two) -> one));
    }

    private static Source source(String name, Entry entry) {
        entry.allowing("document", "observed");
        return entry.build(() -> new Source(entry.text("document"), LocalDate.parse(entry.text("observed"))));
    }

    private static <T> Map<String, T> each(Entry root, String key, BiFunction<String, Entry, T> reader) {
        var group = root.entry(key);
        var things = new LinkedHashMap<String, T>();
        group.keys().forEach(name -> things.put(name, reader.apply(name, group.entry(name))));
        return things;
    }
}
