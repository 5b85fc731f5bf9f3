package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is usual: prices of the same machine in other regions, and of the same accelerator anywhere. */
final class Peers {

    /** Of fewer none is usual. */
    private static final int FEWEST = 3;

    private final Map<String, Sample> machines = new HashMap<>();
    private final Map<String, Sample> accelerators = new HashMap<>();
    private final Map<String, Spread> spreads = new HashMap<>();
    private final Map<String, BigDecimal> onDemand = new HashMap<>();

    Peers(Collection<Offer> others) {
        for (var offer : others) {
            offer.pricePerAcceleratorHour()
                    .filter(price -> price.currency().equals("USD"))
                    .ifPresent(price -> offer.instance()
                            .accelerator()
                            .ifPresent(accelerator -> sample(accelerators, key(accelerator, offer.model()))
                                    .add(price.amount())));
        }
    }

    void add(ObservedRow row, Instance instance, BigDecimal price) {
        sample(machines, key(row)).add(price);
        instance.accelerator()
                .ifPresent(accelerator -> sample(accelerators, key(accelerator, row.model()))
                        .add(price.divide(instance.acceleratorCount(), MathContext.DECIMAL64)));
        spreads.computeIfAbsent(key(row), any -> new Spread(price)).add(row.region(), price);
        if (row.model() == CommercialModel.ON_DEMAND) {
            onDemand.merge(placed(row), price, BigDecimal::max);
        }
    }

    /** Of the same machine on the same terms, in all regions. */
    Optional<BigDecimal> medianOfMachine(ObservedRow row) {
        return sample(machines, key(row)).median(FEWEST);
    }

    /** Of the same accelerator under the same model, at whomever, by accelerator and hour. */
    Optional<BigDecimal> medianOfAccelerator(ObservedRow row, Accelerator accelerator) {
        return sample(accelerators, key(accelerator, row.model())).median(FEWEST);
    }

    /** What the same machine costs on demand in the same region, by the same source. */
    Optional<BigDecimal> onDemand(ObservedRow row) {
        return Optional.ofNullable(onDemand.get(placed(row)));
    }

    /** Whether five regions or more have the very same price, and no other. */
    boolean onePriceEverywhere(ObservedRow row) {
        return Optional.ofNullable(spreads.get(key(row)))
                .filter(Spread::isOneForMany)
                .isPresent();
    }

    private static Sample sample(Map<String, Sample> samples, String key) {
        return samples.computeIfAbsent(key, any -> new Sample());
    }

    private static String key(Accelerator accelerator, CommercialModel model) {
        return accelerator.id() + ' ' + (model == CommercialModel.SPOT);
    }

    private static String key(ObservedRow row) {
        return row.provider()
                + ' '
                + row.instanceType()
                + ' '
                + row.model()
                + row.term().map(term -> term.code()).orElse("");
    }

    private static String placed(ObservedRow row) {
        return row.provider() + ' ' + row.region() + ' ' + row.instanceType();
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
