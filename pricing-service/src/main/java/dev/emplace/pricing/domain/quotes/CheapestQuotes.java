package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.WorkNeverEndsException;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The quotes of lowest total among the offers that meet a requirement. Rented offers are tried in order of their machine
 * price, until that alone exceeds the dearest quote kept; owned ones are all tried, since a site's own energy may
 * change their order.
 */
public final class CheapestQuotes {

    private static final Comparator<Quote> DEAREST_FIRST = Comparator.comparing(Quote::total, Comparator.reverseOrder())
            .thenComparing(quote -> quote.offer().id(), Comparator.reverseOrder());

    private final CatalogSnapshot catalog;
    private final Quoting quoting;
    private final Requirement requirement;
    private final Usage usage;
    private final int limit;

    /** Paid at any offer, so that it bounds them all. */
    private final BigDecimal leastHours;

    private final PriorityQueue<Quote> kept = new PriorityQueue<>(DEAREST_FIRST);
    private final Map<String, BigDecimal> egressByProvider = new HashMap<>();

    private CheapestQuotes(CatalogSnapshot catalog, Quoting quoting, Requirement requirement, Usage usage, int limit) {
        this.catalog = catalog;
        this.quoting = quoting;
        this.requirement = requirement.withAcceleratorCount(usage.accelerators());
        this.usage = usage;
        this.limit = limit;
        this.leastHours = usage.terms().releasedWhenIdle()
                ? usage.hours().multiply(usage.utilization(), PRECISION)
                : usage.hours();
    }

    /** Lowest total first, equals by id; at most {@code limit}. */
    public static List<Quote> of(
            CatalogSnapshot catalog, Quoting quoting, Requirement requirement, Usage usage, int limit) {
        var search = new CheapestQuotes(catalog, quoting, requirement, usage, limit);
        search.tryOwned();
        search.tryRented();
        return search.kept.stream().sorted(DEAREST_FIRST.reversed()).toList();
    }

    private void tryOwned() {
        var owned = ranking(EnumSet.of(CommercialModel.OWNED));
        while (owned.isPresent() && owned.get().hasNext()) {
            attempt(owned.get().next());
        }
    }

    private void tryRented() {
        var rented = ranking(EnumSet.complementOf(EnumSet.of(CommercialModel.OWNED)));
        while (rented.isPresent() && rented.get().hasNext()) {
            var offer = rented.get().next();
            var machines = machineCost(offer);
            if (cannotBeat(machines)) {
                return;
            }
            if (!cannotBeat(machines.add(egressCost(offer)))) {
                attempt(offer);
            }
        }
    }

    /** Empty where the requirement admits none of these models. */
    private Optional<Ranking> ranking(Set<CommercialModel> models) {
        if (!requirement.models().isEmpty()) {
            models.retainAll(requirement.models());
        }
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(catalog.rank(requirement.withModels(models), Optional.empty()));
    }

    /** An offer that is taken back too often for the work is none that meets the requirement. */
    private void attempt(Offer offer) {
        try {
            kept.add(quoting.quote(offer, usage));
        } catch (WorkNeverEndsException tooOften) {
            return;
        }
        if (kept.size() > limit) {
            kept.poll();
        }
    }

    /** A nano of slack on each line, since these bounds are not rounded line by line. */
    private boolean cannotBeat(BigDecimal lowerBound) {
        var dearest = kept.peek();
        return dearest != null
                && kept.size() == limit
                && lowerBound.compareTo(dearest.total().amount().add(BigDecimal.valueOf(20, 9))) > 0;
    }

    private BigDecimal machineCost(Offer offer) {
        return offer.hourlyPrice()
                .orElseThrow()
                .amount()
                .multiply(Purchase.of(offer, usage).machines())
                .multiply(leastHours, PRECISION);
    }

    private BigDecimal egressCost(Offer offer) {
        var provider = offer.region().provider();
        return egressByProvider.computeIfAbsent(
                provider.id(),
                id -> EgressLines.of(provider, usage).stream()
                        .map(line -> line.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
