package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is usual: prices of the same machine in other regions, and of the same accelerator anywhere. What the catalog says
 * counts before what the import says: a file that is wrong throughout must not be its own judge.
 */
final class Peers {

    private final Prices catalog = new Prices();
    private final Prices rows = new Prices();
    private final Map<String, Spread> spreads = new HashMap<>();

    Peers(Standing standing) {
        standing.all().forEach(this::add);
    }

    /** What is paid in advance is not in the price of an hour. */
    private void add(Offer offer) {
        offer.hourlyPrice()
                .filter(price -> price.currency().equals("USD"))
                .filter(price -> offer.commitment()
                        .map(Commitment::upfront)
                        .filter(upfront -> upfront.amount().signum() > 0)
                        .isEmpty())
                .ifPresent(price -> catalog.add(
                        machine(
                                offer.region().provider().id(),
                                offer.instance().name(),
                                offer.model(),
                                offer.commitment().map(Commitment::term)),
                        placed(offer.region().id(), offer.instance().name()),
                        offer.instance(),
                        offer.model(),
                        price.amount()));
    }

    void add(ObservedRow row, Instance instance, BigDecimal price) {
        rows.add(machine(row), placed(row), instance, row.model(), price);
        spreads.computeIfAbsent(machine(row), any -> new Spread(price)).add(row.region(), price);
    }

    /** Of the same machine on the same terms, in all regions. */
    Optional<BigDecimal> medianOfMachine(ObservedRow row) {
        return catalog.medianOfMachine(machine(row)).or(() -> rows.medianOfMachine(machine(row)));
    }

    /** Of the same accelerator under the same model, at whomever, by accelerator and hour. */
    Optional<BigDecimal> medianOfAccelerator(ObservedRow row, Accelerator accelerator) {
        return catalog.medianOfAccelerator(accelerator, row.model())
                .or(() -> rows.medianOfAccelerator(accelerator, row.model()));
    }

    /** What the same machine costs on demand in the same region, by the same import or else by the catalog. */
    Optional<BigDecimal> onDemand(ObservedRow row) {
        return rows.onDemand(placed(row)).or(() -> catalog.onDemand(placed(row)));
    }

    /** Whether five regions or more have the very same price, and no other. */
    boolean onePriceEverywhere(ObservedRow row) {
        return Optional.ofNullable(spreads.get(machine(row)))
                .filter(Spread::isOneForMany)
                .isPresent();
    }

    private static String machine(ObservedRow row) {
        return machine(row.provider(), row.instanceType(), row.model(), row.term());
    }

    private static String machine(String provider, String instance, CommercialModel model, Optional<Term> term) {
        return provider + ' ' + instance + ' ' + model + term.map(Term::code).orElse("");
    }

    private static String placed(ObservedRow row) {
        return placed(row.provider() + '/' + row.region(), row.instanceType());
    }

    private static String placed(String region, String instance) {
        return region + ' ' + instance;
    }

    /** Prices from one side. */
    private static final class Prices {

        /** Of fewer none is usual. */
        private static final int FEWEST = 3;

        private final Map<String, Sample> machines = new HashMap<>();
        private final Map<String, Sample> accelerators = new HashMap<>();
        private final Map<String, BigDecimal> onDemand = new HashMap<>();

        void add(String machine, String placed, Instance instance, CommercialModel model, BigDecimal price) {
            sample(machines, machine).add(price);
            instance.accelerator()
                    .filter(any -> instance.acceleratorCount().signum() > 0)
                    .ifPresent(accelerator -> sample(accelerators, key(accelerator, model))
                            .add(price.divide(instance.acceleratorCount(), MathContext.DECIMAL64)));
            if (model == CommercialModel.ON_DEMAND) {
                onDemand.merge(placed, price, BigDecimal::max);
            }
        }

        Optional<BigDecimal> medianOfMachine(String machine) {
            return Optional.ofNullable(machines.get(machine)).flatMap(sample -> sample.median(FEWEST));
        }

        Optional<BigDecimal> medianOfAccelerator(Accelerator accelerator, CommercialModel model) {
            return Optional.ofNullable(accelerators.get(key(accelerator, model)))
                    .flatMap(sample -> sample.median(FEWEST));
        }

        Optional<BigDecimal> onDemand(String placed) {
            return Optional.ofNullable(onDemand.get(placed));
        }

        private static Sample sample(Map<String, Sample> samples, String key) {
            return samples.computeIfAbsent(key, any -> new Sample());
        }

        private static String key(Accelerator accelerator, CommercialModel model) {
            return accelerator.id() + ' ' + (model == CommercialModel.SPOT);
        }
    }

    /** Where a machine is sold at the first price that was seen, until another one is. */
    private static final class Spread {

        private static final int MANY = 5;

        private final BigDecimal price;
        private final Set<String> regions = new HashSet<>();
        private boolean one = true;

        Spread(BigDecimal price) {
            this.price = price;
        }

        void add(String region, BigDecimal other) {
            one = one && price.compareTo(other) == 0;
            if (one && regions.size() < MANY) {
                regions.add(region);
            }
        }

        boolean isOneForMany() {
            return one && regions.size() == MANY;
        }
    }
}
