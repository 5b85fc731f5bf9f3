package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.places.EgressTariff;
import dev.emplace.pricing.domain.places.Provider;
import java.util.List;

/** What data that leaves costs: each month's volume falls into the provider's tiers behind what has left before. */
final class EgressLines {

    private EgressLines() {}

    static List<QuoteLine> of(Provider provider, Usage usage) {
        if (usage.egress().isNone()) {
            return List.of();
        }
        return provider.egress().map(tariff -> line(tariff, usage)).stream().toList();
    }

    /** What a total leaves out when data leaves a provider whose tariff is not known. */
    static List<String> unknown(Provider provider, Usage usage) {
        return usage.egress().isNone() || provider.egress().isPresent()
                ? List.of()
                : List.of("egress: no document states what " + provider.displayName() + " charges for it");
    }

    private static QuoteLine line(EgressTariff tariff, Usage usage) {
        var volume = usage.egress();
        var charge = tariff.charge(volume.priorMonthlyGigabytes(), volume.monthlyGigabytes());
        var perMonth = new Factor(
                "(tiers(prior_gigabytes + gigabytes) - tiers(prior_gigabytes))",
                charge,
                List.of(
                        new Input("gigabytes", volume.monthlyGigabytes(), "GB/month", "request"),
                        new Input("prior_gigabytes", volume.priorMonthlyGigabytes(), "GB/month", "request"),
                        new Input("tiers(...)", charge, tariff.currency() + "/month", tariff.source())));
        return QuoteLine.product(
                LineKind.EGRESS,
                "data that leaves to the internet",
                tariff.currency(),
                perMonth,
                Factor.of("months", usage.months(), "month", "request"));
    }
}
