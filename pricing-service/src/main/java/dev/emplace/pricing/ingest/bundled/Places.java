package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.places.CarbonIntensity;
import dev.emplace.pricing.domain.places.Coordinates;
import dev.emplace.pricing.domain.places.EgressTariff;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import java.util.Optional;

/** Reads providers and regions. */
final class Places {

    private Places() {}

    static Provider provider(Entry entry) {
        entry.allowing("id", "name", "kind", "pricing", "accelerated", "egress");
        return entry.build(() -> new Provider(
                entry.text("id"),
                entry.text("name"),
                entry.constant("kind", ProviderKind.class),
                entry.optionalEntry("egress").map(Places::egress)));
    }

    static Region region(Provider provider, String code, Entry entry) {
        entry.allowing("name", "country", "partition", "at", "gco2e_per_kwh", "carbon_source", "mobile", "site");
        return entry.build(() -> new Region(
                provider,
                code,
                entry.text("name"),
                entry.optionalText("country"),
                entry.has("partition") ? entry.constant("partition", Partition.class) : Partition.COMMERCIAL,
                entry.has("at") ? Optional.of(coordinates(entry)) : Optional.empty(),
                entry.optionalDecimal("gco2e_per_kwh")
                        .map(grams -> new CarbonIntensity(grams, entry.text("carbon_source"))),
                entry.flag("mobile"),
                entry.optionalText("site")));
    }

    private static Coordinates coordinates(Entry entry) {
        var at = entry.decimals("at");
        if (at.size() != 2) {
            throw entry.error("at must be [latitude, longitude]");
        }
        return new Coordinates(at.get(0).doubleValue(), at.get(1).doubleValue());
    }

    private static EgressTariff egress(Entry entry) {
        entry.allowing("source", "tiers");
        var tiers = entry.entries("tiers").stream()
                .map(tier -> tier.allowing("up_to_gb", "usd_per_gb"))
                .map(tier -> tier.build(
                        () -> new EgressTariff.Tier(tier.optionalDecimal("up_to_gb"), tier.decimal("usd_per_gb"))))
                .toList();
        return entry.build(() -> new EgressTariff("USD", tiers, entry.text("source")));
    }
}
