package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.OfferWithoutAcceleratorException;
import dev.emplace.pricing.domain.OfferWithoutPriceException;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import java.util.ArrayList;

/** Quotes offers at the conditions of the sites that the caller knows. */
public final class Quoting {

    private final Sites sites;

    public Quoting(Sites sites) {
        this.sites = sites;
    }

    /** Refuses an offer without a price, and one without accelerators. */
    public Quote quote(Offer offer, Usage usage) {
        if (offer.instance().accelerator().isEmpty()) {
            throw new OfferWithoutAcceleratorException(offer);
        }
        var purchase = Purchase.of(offer, usage);
        var machines = machineCost(purchase);
        var lines = new ArrayList<>(machines.lines());
        var provider = offer.region().provider();
        lines.addAll(EgressLines.of(provider, usage));
        return new Quote(
                offer,
                usage,
                purchase.machines().longValueExact(),
                purchase.spareAccelerators(),
                lines,
                machines.committed(),
                EgressLines.unknown(provider, usage));
    }

    private MachineCost machineCost(Purchase purchase) {
        var offer = purchase.offer();
        if (offer.ownership().isPresent()) {
            return new OwnedLines(purchase, offer.ownership().get(), sites.of(offer));
        }
        if (offer.price() instanceof Price.Hourly hourly) {
            return new RentedLines(purchase, hourly.perInstance());
        }
        throw new OfferWithoutPriceException(offer);
    }
}
