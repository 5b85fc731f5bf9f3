package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.OfferWithoutAcceleratorException;
import dev.emplace.pricing.domain.OfferWithoutPriceException;
import dev.emplace.pricing.domain.WorkNeverEndsException;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Quotes offers at what the caller knows: the conditions of its sites, and rates between currencies.
 *
 * @param onDemand what a commitment is held against
 */
public record Quoting(Sites sites, ExchangeRates rates, OnDemandPrices onDemand) {

    public Quoting(Sites sites) {
        this(sites, ExchangeRates.NONE, OnDemandPrices.UNKNOWN);
    }

    /**
     * Refuses an offer without a price, and one without accelerators; work that interruptions keep from ending; and
     * amounts in several currencies between which no rate is given.
     */
    public Quote quote(Offer offer, Usage usage) {
        if (offer.instance().accelerator().isEmpty()) {
            throw new OfferWithoutAcceleratorException(offer);
        }
        var purchase = Purchase.of(offer, usage);
        var machines = machineCost(purchase);
        var bill = new Bill(offer, rates);
        bill.add(machines.lines());
        var provider = offer.region().provider();
        bill.add(EgressLines.of(provider, usage));
        bill.add(DataLines.of(usage));
        bill.surcharge(purchase);
        return new Quote(
                offer,
                usage,
                purchase.machines().longValueExact(),
                purchase.spareAccelerators(),
                bill.lines(),
                machines.committed().map(bill::converted),
                machines.rework(),
                machines.worth(),
                notIncluded(offer, usage));
    }

    private MachineCost machineCost(Purchase purchase) {
        var offer = purchase.offer();
        if (offer.ownership().isPresent()) {
            return new OwnedLines(purchase, offer.ownership().get(), sites.of(offer));
        }
        if (offer.price() instanceof Price.Hourly hourly) {
            return new RentedLines(
                    purchase, hourly.perInstance(), commitment(purchase, hourly.perInstance()), rework(purchase));
        }
        throw new OfferWithoutPriceException(offer);
    }

    private Optional<CommitmentLines> commitment(Purchase purchase, Money perHour) {
        return purchase.offer()
                .commitment()
                .map(terms -> new CommitmentLines(purchase, perHour, terms, onDemandPrice(purchase, perHour)));
    }

    private Optional<OnDemandPrice> onDemandPrice(Purchase purchase, Money perHour) {
        var stated = purchase.usage().terms().commitment().onDemandPrice();
        return stated.map(price -> new OnDemandPrice(price, Optional.empty()))
                .or(() -> onDemand.of(purchase.offer())
                        .flatMap(offer ->
                                offer.hourlyPrice().map(price -> new OnDemandPrice(price, Optional.of(offer)))))
                .filter(price -> price.price().currency().equals(perHour.currency()));
    }

    private static Optional<Rework> rework(Purchase purchase) {
        if (purchase.offer().model() != CommercialModel.SPOT) {
            return Optional.empty();
        }
        var terms = purchase.usage().terms();
        return terms.interruptions()
                .map(interruptions -> Rework.of(
                                interruptions,
                                purchase.machines(),
                                terms.billing().runHours(purchase.workingHours()))
                        .orElseThrow(() -> new WorkNeverEndsException(
                                purchase.offer(),
                                interruptions.machineRatePerHour().multiply(purchase.machines(), PRECISION))));
    }

    private static List<String> notIncluded(Offer offer, Usage usage) {
        var missing = new ArrayList<String>();
        if (offer.model() == CommercialModel.SPOT
                && usage.terms().interruptions().isEmpty()) {
            missing.add("rework: nobody said how often the machines are taken back");
        }
        missing.addAll(EgressLines.unknown(offer.region().provider(), usage));
        missing.addAll(DataLines.unknown(usage));
        return missing;
    }
}
