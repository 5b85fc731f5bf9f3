package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.ownership.Annuity;
import dev.emplace.pricing.domain.ownership.EnergyUse;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import java.math.BigDecimal;

/** Reads tariffs of ownership. */
final class Tariffs {

    private Tariffs() {}

    static OwnershipTariff ownership(Entry entry) {
        entry.allowing(
                "capital_usd",
                "residual_usd",
                "rate",
                "life_years",
                "rent_usd_per_kw_month",
                "rent_includes_energy",
                "provisioned_watts",
                "load",
                "pue",
                "usd_per_kwh",
                "operations_share");
        return entry.build(() -> new OwnershipTariff(
                "USD",
                new Annuity(
                        entry.decimal("capital_usd"),
                        entry.decimal("residual_usd"),
                        entry.decimal("rate"),
                        entry.decimal("life_years").intValueExact()),
                entry.decimal("rent_usd_per_kw_month"),
                entry.scaled("provisioned_watts", 1),
                entry.flag("rent_includes_energy"),
                new EnergyUse(meanWatts(entry), entry.decimal("pue"), entry.decimal("usd_per_kwh")),
                entry.decimal("operations_share")));
    }

    private static BigDecimal meanWatts(Entry entry) {
        var load = entry.decimal("load");
        if (load.signum() < 0 || load.compareTo(BigDecimal.ONE) > 0) {
            throw entry.error("load is " + load + ", but is a share of provisioned_watts, from 0 to 1");
        }
        return entry.decimal("provisioned_watts").multiply(load);
    }
}
