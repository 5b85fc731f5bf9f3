package dev.emplace.pricing.grpc;

import com.google.type.Decimal;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.OfferNotOwnedException;
import dev.emplace.pricing.domain.UnknownOfferException;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.ownership.OwnershipCase;
import dev.emplace.pricing.domain.ownership.OwnershipCase.Stated;
import dev.emplace.pricing.domain.ownership.OwnershipInput;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what is owned and how it is run: from the request, else from the tariff of the offer that it names. */
final class OwnershipReader {

    static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000");

    private static final String REQUEST = "request";
    private static final BigDecimal DEAREST_RENT = new BigDecimal("1000000");
    private static final BigDecimal DEAREST_ENERGY = new BigDecimal("1000");
    private static final BigDecimal FEWEST_ACCELERATORS = new BigDecimal("0.01");
    private static final BigDecimal MOST_ACCELERATORS = new BigDecimal("10000");

    private final String field;
    private final dev.emplace.api.pricing.v1.OwnershipCase message;
    private final Optional<Offer> tariffOffer;
    private final Map<OwnershipInput, Stated> inputs = new EnumMap<>(OwnershipInput.class);
    private final Violations violations = new Violations();

    OwnershipReader(CatalogSnapshot catalog, String field, dev.emplace.api.pricing.v1.OwnershipCase message) {
        this.field = field;
        this.message = message;
        this.tariffOffer = tariffOffer(catalog);
    }

    OwnershipCase read() {
        tariffOffer
                .flatMap(Offer::ownership)
                .ifPresent(tariff -> inputs.putAll(OwnershipCase.of(tariff, "tariff of " + message.getTariffOffer())));
        readPrices();
        readShares();
        readCounts();
        var accelerators = violations
                .read(this::accelerators)
                .or(() -> tariffOffer.map(offer -> offer.instance().acceleratorCount()));
        requireResidualWithinCapital();
        violations.throwIfAny();
        return new OwnershipCase("USD", inputs, energyIncluded(), accelerators.orElseThrow());
    }

    private void readPrices() {
        put(
                OwnershipInput.CAPITAL,
                "capital_price",
                message.hasCapitalPrice(),
                () -> Amounts.usd(path("capital_price"), message.getCapitalPrice(), MOST_MONEY)
                        .amount());
        put(
                OwnershipInput.RESIDUAL,
                "residual_price",
                message.hasResidualPrice(),
                () -> Amounts.usd(path("residual_price"), message.getResidualPrice(), MOST_MONEY)
                        .amount());
        put(
                OwnershipInput.RENT,
                "kilowatt_month_rent_price",
                message.hasKilowattMonthRentPrice(),
                () -> Amounts.usd(path("kilowatt_month_rent_price"), message.getKilowattMonthRentPrice(), DEAREST_RENT)
                        .amount());
        put(
                OwnershipInput.ENERGY_PRICE,
                "kilowatt_hour_price",
                message.hasKilowattHourPrice(),
                () -> Amounts.usd(path("kilowatt_hour_price"), message.getKilowattHourPrice(), DEAREST_ENERGY)
                        .amount());
    }

    private void readShares() {
        put(
                OwnershipInput.RATE,
                "annual_rate",
                message.hasAnnualRate(),
                () -> share("annual_rate", message.getAnnualRate()));
        put(
                OwnershipInput.OPERATIONS_SHARE,
                "annual_operations_share",
                message.hasAnnualOperationsShare(),
                () -> share("annual_operations_share", message.getAnnualOperationsShare()));
        put(
                OwnershipInput.PUE,
                "pue",
                message.hasPue(),
                () -> Amounts.within(path("pue"), message.getPue(), BigDecimal.ONE, BigDecimal.TEN));
    }

    private void readCounts() {
        put(
                OwnershipInput.LIFE_YEARS,
                "life_years",
                message.getLifeYears() != 0,
                () -> BigDecimal.valueOf(message.getLifeYears()));
        put(
                OwnershipInput.PROVISIONED_KILOWATTS,
                "provisioned_watts",
                message.getProvisionedWatts() != 0,
                () -> BigDecimal.valueOf(message.getProvisionedWatts(), 3));
        if (message.hasLoad() && !inputs.containsKey(OwnershipInput.PROVISIONED_KILOWATTS)) {
            violations.read(() -> share("load", message.getLoad()));
        } else {
            put(OwnershipInput.MEAN_WATTS, "load", message.hasLoad() || message.hasMeanDrawWatts(), this::meanWatts);
        }
    }

    private BigDecimal meanWatts() {
        if (message.hasMeanDrawWatts()) {
            return BigDecimal.valueOf(message.getMeanDrawWatts());
        }
        var provisioned = Objects.requireNonNull(inputs.get(OwnershipInput.PROVISIONED_KILOWATTS));
        return share("load", message.getLoad()).multiply(provisioned.value()).movePointRight(3);
    }

    /** What is stated wins over the tariff; what neither states is a violation. */
    private void put(OwnershipInput input, String name, boolean stated, Supplier<BigDecimal> reading) {
        if (stated) {
            violations.read(reading).ifPresent(value -> inputs.put(input, new Stated(value, REQUEST)));
        } else if (tariffOffer.isEmpty()) {
            violations.add(path(name), "is absent; state it, or name a tariff_offer that does");
        }
    }

    private BigDecimal accelerators() {
        if (message.hasAcceleratorsPerNode()) {
            return Amounts.within(
                    path("accelerators_per_node"),
                    message.getAcceleratorsPerNode(),
                    FEWEST_ACCELERATORS,
                    MOST_ACCELERATORS);
        }
        return tariffOffer
                .map(offer -> offer.instance().acceleratorCount())
                .orElseThrow(() -> new InvalidFieldException(
                        path("accelerators_per_node"), "is absent; state it, or name a tariff_offer that does"));
    }

    private void requireResidualWithinCapital() {
        var capital = inputs.get(OwnershipInput.CAPITAL);
        var residual = inputs.get(OwnershipInput.RESIDUAL);
        if (capital != null && residual != null && residual.value().compareTo(capital.value()) > 0) {
            violations.add(
                    path("residual_price"),
                    "is " + residual.value().toPlainString() + "; must be at most capital_price, which is "
                            + capital.value().toPlainString());
        }
    }

    private boolean energyIncluded() {
        return !message.hasKilowattHourPrice()
                && tariffOffer
                        .flatMap(Offer::ownership)
                        .filter(tariff -> tariff.energyIncludedInRent())
                        .isPresent();
    }

    private Optional<Offer> tariffOffer(CatalogSnapshot catalog) {
        if (message.getTariffOffer().isEmpty()) {
            return Optional.empty();
        }
        var id = message.getTariffOffer().substring(OfferMessages.COLLECTION.length());
        var offer = catalog.offer(id).orElseThrow(() -> new UnknownOfferException(path("tariff_offer"), id));
        if (offer.ownership().isEmpty()) {
            throw new OfferNotOwnedException(offer);
        }
        return Optional.of(offer);
    }

    private BigDecimal share(String name, Decimal value) {
        return Amounts.within(path(name), value, BigDecimal.ZERO, BigDecimal.ONE);
    }

    private String path(String name) {
        return field + "." + name;
    }
}
