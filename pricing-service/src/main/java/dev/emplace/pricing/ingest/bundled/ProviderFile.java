package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import dev.emplace.pricing.domain.providers.ListedProvider;
import dev.emplace.pricing.domain.providers.ProviderProfile;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The file of one provider: itself, what is known of it, its regions, the sources of its prices, its instances, its offers. */
final class ProviderFile {

    private final ListedProvider provider;
    private final Map<String, Instance> instances;
    private final List<Offer> offers;

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
