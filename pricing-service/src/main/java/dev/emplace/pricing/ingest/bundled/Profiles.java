package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.providers.Deployment;
import dev.emplace.pricing.domain.providers.MarketShare;
import dev.emplace.pricing.domain.providers.ProviderFact;
import dev.emplace.pricing.domain.providers.ProviderProfile;
import java.time.LocalDate;
import java.util.List;

/** Reads what documents say of a provider. */
final class Profiles {

    private static final long WATTS_PER_MEGAWATT = 1_000_000;

    private Profiles() {}

    static ProviderProfile profile(Entry entry) {
        entry.allowing("market_share", "strengths", "fabrics", "managed_models", "power_sources", "largest_deployment");
        return new ProviderProfile(
                entry.optionalEntry("market_share").map(Profiles::share),
                facts(entry, "strengths"),
                facts(entry, "fabrics"),
                facts(entry, "managed_models"),
                facts(entry, "power_sources"),
                entry.optionalEntry("largest_deployment").map(Profiles::deployment));
    }

    private static List<ProviderFact> facts(Entry entry, String key) {
        return entry.has(key) ? entry.entries(key).stream().map(Profiles::fact).toList() : List.of();
    }

    private static ProviderFact fact(Entry entry) {
        entry.allowing("says", "document", "observed");
        return entry.build(() -> new ProviderFact(entry.text("says"), source(entry)));
    }

    private static MarketShare share(Entry entry) {
        entry.allowing("share", "market", "document", "observed");
        return entry.build(() -> new MarketShare(entry.decimal("share"), entry.text("market"), source(entry)));
    }

    private static Deployment deployment(Entry entry) {
        entry.allowing("says", "megawatts", "accelerators", "document", "observed");
        return entry.build(() -> new Deployment(
                entry.text("says"),
                entry.optionalScaled("megawatts", WATTS_PER_MEGAWATT),
                entry.optionalScaled("accelerators", 1),
                source(entry)));
    }

    private static Source source(Entry entry) {
        return new Source(entry.text("document"), LocalDate.parse(entry.text("observed")));
    }
}
