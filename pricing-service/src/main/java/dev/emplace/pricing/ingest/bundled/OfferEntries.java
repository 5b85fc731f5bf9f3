package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.Region;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the offers of one provider, against what else its file declares. */
record OfferEntries(
        Provider provider,
        Map<String, Region> regions,
        Map<String, Instance> instances,
        Map<String, Source> sources,
        Map<String, OwnershipTariff> tariffs) {

    private static final String USD = "USD";

    Offer offer(Entry entry) {
        entry.allowing(
                "instance",
                "region",
                "zone",
                "model",
                "term_months",
                "term_days",
                "upfront_usd",
                "minimum_instances",
                "usd_per_hour",
                "usd_per_accelerator_hour",
                "absent",
                "note",
                "tariff",
                "basis",
                "source");
        return entry.build(() -> read(entry));
    }

    private Offer read(Entry entry) {
        var region = entry.lookup("region", regions);
        var instance = entry.lookup("instance", instances);
        var model = entry.constant("model", CommercialModel.class);
        var commitment = commitment(entry);
        var tariff =
                entry.has("tariff") ? Optional.of(entry.lookup("tariff", tariffs)) : Optional.<OwnershipTariff>empty();
        return new Offer(
                id(region, entry.optionalText("zone"), instance, model, commitment),
                region,
                entry.optionalText("zone"),
                instance,
                model,
                commitment,
                entry.optionalInteger("minimum_instances").orElse(1),
                price(entry, instance, tariff),
                entry.has("basis") ? entry.constant("basis", PriceBasis.class) : PriceBasis.LIST,
                entry.lookup("source", sources),
                tariff);
    }

    /** Exactly one of the four ways to say what it costs. */
    private static Price price(Entry entry, Instance instance, Optional<OwnershipTariff> tariff) {
        var ways = Stream.of("usd_per_hour", "usd_per_accelerator_hour", "absent", "tariff")
                .filter(entry::has)
                .toList();
        if (ways.size() != 1) {
            throw entry.error(
                    "an offer has exactly one of usd_per_hour, usd_per_accelerator_hour, absent, tariff; found "
                            + ways);
        }
        if (entry.has("absent")) {
            return new Price.Absent(
                    entry.constant("absent", AbsenceReason.class),
                    entry.optionalText("note").orElse(""));
        }
        return new Price.Hourly(tariff.map(OfferEntries::computed).orElseGet(() -> listed(entry, instance)));
    }

    private static Money computed(OwnershipTariff tariff) {
        return Money.rounded(tariff.currency(), tariff.hourly(Optional.empty()).total());
    }

    private static Money listed(Entry entry, Instance instance) {
        var perHour = entry.optionalDecimal("usd_per_hour")
                .orElseGet(() -> entry.decimal("usd_per_accelerator_hour").multiply(instance.acceleratorCount()));
        return new Money(USD, perHour);
    }

    private static Optional<Commitment> commitment(Entry entry) {
        if (entry.has("term_days") && entry.has("term_months")) {
            throw entry.error("a term is either term_days or term_months");
        }
        var term = entry.has("term_days")
                ? Optional.of(Term.ofDays(entry.decimal("term_days").intValueExact()))
                : entry.optionalDecimal("term_months").map(months -> Term.ofMonths(months.intValueExact()));
        var upfront = entry.optionalDecimal("upfront_usd").orElse(BigDecimal.ZERO);
        return term.map(bound -> new Commitment(bound, new Money(USD, upfront)));
    }

    private String id(
            Region region,
            Optional<String> zone,
            Instance instance,
            CommercialModel model,
            Optional<Commitment> commitment) {
        return OfferNames.thing(
                provider.id(), zone.orElse(region.code()), instance.name(), model, commitment.map(Commitment::term));
    }
}
