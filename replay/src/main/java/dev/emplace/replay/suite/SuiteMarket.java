package dev.emplace.replay.suite;

import dev.emplace.api.pricing.v1.Accelerator;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Provider;
import dev.emplace.replay.domain.Egress;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Market;
import io.grpc.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The market of a running suite at the pricing date.
 *
 * @param market what may be counted with
 * @param offers the catalog's answers that it is made of, as they came
 * @param providers the same of providers
 * @param euOffers names of the offers that the catalog counts to the EU
 */
public record SuiteMarket(Market market, List<Offer> offers, List<Provider> providers, Set<String> euOffers) {

    private static final String PREFIX = "providers/";
    private static final long NANOS = 1_000_000_000L;

    public static List<Accelerator> accelerators(Channel pricing) {
        return new Catalog(pricing).accelerators();
    }

    public static SuiteMarket read(Channel pricing, Collection<String> accelerators, PriceRule rule) {
        Catalog catalog = new Catalog(pricing);
        Map<String, Long> memory = catalog.accelerators().stream()
                .collect(Collectors.toMap(Accelerator::getName, Accelerator::getMemoryBytes));
        List<Offer> offers = catalog.offers(accelerators, rule.moment(), false).stream()
                .filter(rule::allows)
                .toList();
        Set<String> eu = catalog.offers(accelerators, rule.moment(), true).stream()
                .map(Offer::getName)
                .collect(Collectors.toSet());
        List<Listing> listings = new ArrayList<>();
        offers.forEach(offer -> ListingMessages.listing(
                        offer,
                        eu.contains(offer.getName()),
                        memory.getOrDefault(offer.getMachine().getAccelerator(), 0L))
                .ifPresent(listings::add));
        List<Provider> providers = catalog.providers();
        return new SuiteMarket(new Market(listings, egress(providers)), offers, providers, eu);
    }

    private static Map<String, Egress> egress(List<Provider> providers) {
        Map<String, Egress> tariffs = new HashMap<>();
        providers.stream()
                .filter(Provider::hasEgressTariff)
                .forEach(provider -> tariffs.put(provider.getName().substring(PREFIX.length()), tariff(provider)));
        return tariffs;
    }

    private static Egress tariff(Provider provider) {
        return new Egress(provider.getEgressTariff().getTiersList().stream()
                .map(tier -> new Egress.Tier(
                        tier.getEndBytes(),
                        tier.getGibibytePrice().getUnits() * NANOS
                                + tier.getGibibytePrice().getNanos()))
                .toList());
    }
}
