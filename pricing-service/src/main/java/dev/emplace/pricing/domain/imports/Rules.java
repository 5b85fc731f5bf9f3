package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.PriceFlag;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What makes a price implausible, or remarkable. The limits are those of docs/decisions/0019. */
final class Rules {

    /** A share of the peers' median: the cheapest genuine accelerator is far above it. */
    private static final BigDecimal NEAR_ZERO = new BigDecimal("0.05");

    /** Times the peers' median: cents for dollars are a hundred, a small accelerator in the largest host is nine. */
    private static final BigDecimal FAR_ABOVE = BigDecimal.valueOf(20);

    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(4);
    private static final BigDecimal DISAGREEMENT = new BigDecimal("1.25");

    private final Peers peers;
    private final Standing standing;
    private final Shapes shapes;
    private final boolean contracted;

    /** @param contracted whether the prices are one customer's, which differ from everybody's for that reason */
    Rules(Peers peers, Standing standing, Shapes shapes, boolean contracted) {
        this.peers = peers;
        this.standing = standing;
        this.shapes = shapes;
        this.contracted = contracted;
    }

    /** Why a price is not published; empty for one that is. */
    Optional<Finding> fault(ObservedRow row, Instance instance, BigDecimal price, String id) {
        return beyondAccelerator(row, instance, row.whole(price))
                .or(() -> aboveOnDemand(row, price))
                .or(() -> jump(row, price, id));
    }

    List<PriceFlag> flags(ObservedRow row, BigDecimal price, String id) {
        var flags = new ArrayList<PriceFlag>();
        if (row.model() == CommercialModel.SPOT
                && peers.onDemand(row)
                        .filter(dear -> dear.compareTo(price) == 0)
                        .isPresent()) {
            flags.add(PriceFlag.NO_DISCOUNT);
        }
        if (shapes.pricesByRegion(row.provider()) && peers.onePriceEverywhere(row)) {
            flags.add(PriceFlag.ONE_PRICE_EVERYWHERE);
        }
        if (!contracted
                && standing.other(id)
                        .flatMap(Rules::amount)
                        .filter(other -> differ(other, price, DISAGREEMENT))
                        .isPresent()) {
            flags.add(PriceFlag.SOURCES_DISAGREE);
        }
        return flags;
    }

    private Optional<Finding> beyondAccelerator(ObservedRow row, Instance instance, BigDecimal price) {
        return instance.accelerator()
                .filter(any -> instance.acceleratorCount().signum() > 0)
                .flatMap(accelerator -> peers.medianOfAccelerator(row, accelerator))
                .flatMap(median -> beyond(price.divide(instance.acceleratorCount(), MathContext.DECIMAL64), median));
    }

    private static Optional<Finding> beyond(BigDecimal each, BigDecimal median) {
        var usual = plain(median) + " USD, the median of an hour of its accelerator";
        if (each.compareTo(median.multiply(NEAR_ZERO)) < 0) {
            return Optional.of(new Finding(QuarantineReason.NEAR_ZERO, "less than 5% of " + usual));
        }
        return each.compareTo(median.multiply(FAR_ABOVE)) > 0
                ? Optional.of(new Finding(QuarantineReason.JUMP, "more than 20 times " + usual))
                : Optional.empty();
    }

    private Optional<Finding> aboveOnDemand(ObservedRow row, BigDecimal price) {
        return row.model() != CommercialModel.SPOT
                ? Optional.empty()
                : peers.onDemand(row)
                        .filter(onDemand -> price.compareTo(onDemand) > 0)
                        .map(onDemand -> new Finding(
                                QuarantineReason.SPOT_ABOVE_ON_DEMAND, "above " + plain(onDemand) + " USD on demand"));
    }

    /** Not for spot, which varies sevenfold across zones. */
    private Optional<Finding> jump(ObservedRow row, BigDecimal price, String id) {
        if (row.model() == CommercialModel.SPOT) {
            return Optional.empty();
        }
        var before = standing.own(id).flatMap(Rules::amount);
        var usual = before.or(() -> peers.medianOfMachine(row));
        var like = before.isPresent() ? price : row.whole(price);
        return usual.filter(other -> differ(other, like, MOST_TIMES))
                .map(other -> new Finding(
                        QuarantineReason.JUMP,
                        "more than 4 times, or less than a quarter of, " + plain(other) + " USD, "
                                + (before.isPresent()
                                        ? "its last price"
                                        : "the median of this machine in all regions")));
    }

    /** Whether one is more than so many times the other. */
    private static boolean differ(BigDecimal one, BigDecimal two, BigDecimal times) {
        return one.compareTo(two.multiply(times)) > 0 || two.compareTo(one.multiply(times)) > 0;
    }

    private static Optional<BigDecimal> amount(Offer offer) {
        return offer.hourlyPrice()
                .filter(price -> price.currency().equals("USD"))
                .map(price -> price.amount());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    record Finding(QuarantineReason reason, String note) {}
}
