package dev.emplace.pricing.domain.comparison;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Groups offers by what they are and how they are sold, and says how the prices of each group are spread. */
public final class PriceGroups {

    private static final String CURRENCY = "USD";

    private final Map<PriceGroup.Key, List<Offer>> groups = new TreeMap<>();
    private final Map<Seller, Set<CommercialModel>> sellers = new HashMap<>();
    private final Map<Machine, BigDecimal> onDemand = new HashMap<>();

    private record Seller(String acceleratorId, String providerId) {
        PriceGroup.Key key(CommercialModel model, Optional<Term> term) {
            return new PriceGroup.Key(acceleratorId, providerId, model, term);
        }
    }

    private record Machine(String providerId, String regionCode, String instance) {
        static Machine of(Offer offer) {
            return new Machine(
                    offer.region().provider().id(),
                    offer.region().code(),
                    offer.instance().name());
        }
    }

    private PriceGroups() {}

    /**
     * In order of accelerator, provider, model and term. Each provider of an accelerator has a group for each of the
     * models, with or without data.
     *
     * @param offers on demand too, whatever the models, since discounts are taken from them
     */
    public static List<PriceGroup> of(Collection<Offer> offers, Set<CommercialModel> models) {
        var groups = new PriceGroups();
        offers.stream()
                .filter(offer -> offer.instance().accelerator().isPresent())
                .forEach(offer -> groups.add(offer, models));
        groups.addEmpty(models);
        return groups.groups.entrySet().stream()
                .map(entry -> groups.group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(Offer offer, Set<CommercialModel> models) {
        var seller = new Seller(
                offer.instance().accelerator().orElseThrow().id(),
                offer.region().provider().id());
        var sold = sellers.computeIfAbsent(seller, any -> EnumSet.noneOf(CommercialModel.class));
        if (offer.model() == CommercialModel.ON_DEMAND) {
            price(offer).ifPresent(price -> onDemand.merge(Machine.of(offer), price, BigDecimal::min));
        }
        if (models.contains(offer.model())) {
            sold.add(offer.model());
            var key = seller.key(offer.model(), offer.commitment().map(Commitment::term));
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(offer);
        }
    }

    /** A provider that sells an accelerator, but not in this way, has no data. */
    private void addEmpty(Set<CommercialModel> models) {
        sellers.forEach((seller, sold) -> models.stream()
                .filter(model -> !sold.contains(model))
                .forEach(model -> groups.put(seller.key(model, Optional.empty()), List.of())));
    }

    private PriceGroup group(PriceGroup.Key key, List<Offer> offers) {
        var prices = new ArrayList<BigDecimal>();
        var discounts = new ArrayList<BigDecimal>();
        for (var offer : offers) {
            price(offer).ifPresent(price -> {
                prices.add(price);
                discount(offer, price).ifPresent(discounts::add);
            });
        }
        return new PriceGroup(key, offers.size() - prices.size(), spread(prices), spread(discounts));
    }

    private Optional<BigDecimal> discount(Offer offer, BigDecimal price) {
        return offer.model() == CommercialModel.ON_DEMAND
                ? Optional.empty()
                : Optional.ofNullable(onDemand.get(Machine.of(offer)))
                        .map(full -> BigDecimal.ONE.subtract(price.divide(full, PRECISION), PRECISION));
    }

    /** Of an accelerator-hour, the upfront payment of a commitment spread over its term. */
    private static Optional<BigDecimal> price(Offer offer) {
        return offer.hourlyPrice()
                .filter(price -> price.currency().equals(CURRENCY))
                .map(Money::amount)
                .map(perHour -> perHour.add(upfrontPerHour(offer), PRECISION)
                        .divide(offer.instance().acceleratorCount(), PRECISION));
    }

    private static BigDecimal upfrontPerHour(Offer offer) {
        return offer.commitment()
                .map(terms -> terms.upfront().amount().divide(terms.term().hours(), PRECISION))
                .orElse(BigDecimal.ZERO);
    }

    private static Optional<Distribution> spread(List<BigDecimal> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Distribution(values));
    }
}
