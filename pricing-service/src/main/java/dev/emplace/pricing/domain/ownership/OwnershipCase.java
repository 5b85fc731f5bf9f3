package dev.emplace.pricing.domain.ownership;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The inputs of an ownership tariff, each with what states it, so that one can be exchanged and the rest stand still.
 *
 * @param inputs all of them
 * @param accelerators of the node, which share its cost
 */
public record OwnershipCase(
        String currency, Map<OwnershipInput, Stated> inputs, boolean energyIncludedInRent, BigDecimal accelerators) {

    /** A value, and what states it. */
    public record Stated(BigDecimal value, String source) {}

    /** An IllegalArgumentException where an input is missing, or where they contradict each other. */
    public OwnershipCase {
        inputs = Map.copyOf(inputs);
        for (var input : OwnershipInput.values()) {
            if (!inputs.containsKey(input)) {
                throw new IllegalArgumentException(input.symbol() + " is not stated");
            }
        }
    }

    public static Map<OwnershipInput, Stated> of(OwnershipTariff tariff, String source) {
        var purchase = tariff.purchase();
        var values = new EnumMap<OwnershipInput, BigDecimal>(OwnershipInput.class);
        values.put(OwnershipInput.CAPITAL, purchase.capital());
        values.put(OwnershipInput.RESIDUAL, purchase.residual());
        values.put(OwnershipInput.RATE, purchase.rate());
        values.put(OwnershipInput.LIFE_YEARS, BigDecimal.valueOf(purchase.years()));
        values.put(OwnershipInput.RENT, tariff.rentPerKilowattMonth());
        values.put(OwnershipInput.PROVISIONED_KILOWATTS, BigDecimal.valueOf(tariff.provisionedWatts(), 3));
        values.put(OwnershipInput.MEAN_WATTS, tariff.energy().meanWatts());
        values.put(OwnershipInput.PUE, tariff.energy().pue());
        values.put(OwnershipInput.ENERGY_PRICE, tariff.energy().pricePerKilowattHour());
        values.put(OwnershipInput.OPERATIONS_SHARE, tariff.operationsShare());
        var stated = new EnumMap<OwnershipInput, Stated>(OwnershipInput.class);
        values.forEach((input, value) -> stated.put(input, new Stated(value, source)));
        return stated;
    }

    public BigDecimal value(OwnershipInput input) {
        return Objects.requireNonNull(inputs.get(input)).value();
    }

    public String source(OwnershipInput input) {
        return Objects.requireNonNull(inputs.get(input)).source();
    }

    /** The same case with one input exchanged. */
    public OwnershipCase with(OwnershipInput input, BigDecimal value) {
        var others = new EnumMap<OwnershipInput, Stated>(inputs);
        others.put(input, new Stated(value, source(input)));
        return new OwnershipCase(currency, others, energyIncludedInRent, accelerators);
    }

    public OwnershipTariff tariff() {
        return new OwnershipTariff(
                currency,
                new Annuity(
                        value(OwnershipInput.CAPITAL),
                        value(OwnershipInput.RESIDUAL),
                        value(OwnershipInput.RATE),
                        value(OwnershipInput.LIFE_YEARS).intValueExact()),
                value(OwnershipInput.RENT),
                value(OwnershipInput.PROVISIONED_KILOWATTS)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                energyIncludedInRent,
                new EnergyUse(
                        value(OwnershipInput.MEAN_WATTS),
                        value(OwnershipInput.PUE),
                        value(OwnershipInput.ENERGY_PRICE)),
                value(OwnershipInput.OPERATIONS_SHARE));
    }

    /** The exact price of an accelerator-hour that does useful work. */
    public BigDecimal perUsefulAcceleratorHour(BigDecimal utilization) {
        return tariff().hourly(Optional.empty()).perUsefulAcceleratorHour(accelerators, utilization);
    }

    /** The input scaled by a factor, no further than the formula admits; a life by whole years. */
    public BigDecimal scaled(OwnershipInput input, BigDecimal factor) {
        var value = value(input);
        var scaled = value.multiply(factor, PRECISION);
        return switch (input) {
            case LIFE_YEARS ->
                value.add(BigDecimal.valueOf(factor.compareTo(BigDecimal.ONE)))
                        .max(BigDecimal.ONE)
                        .min(BigDecimal.valueOf(Annuity.LONGEST_LIFE));
            case CAPITAL -> scaled.max(value(OwnershipInput.RESIDUAL));
            case RESIDUAL -> scaled.min(value(OwnershipInput.CAPITAL));
            case RATE, OPERATIONS_SHARE -> scaled.min(BigDecimal.ONE);
            case PUE -> scaled.max(BigDecimal.ONE).min(EnergyUse.WORST_PUE);
            case PROVISIONED_KILOWATTS ->
                scaled.setScale(3, RoundingMode.HALF_EVEN).max(BigDecimal.ONE.movePointLeft(3));
            case RENT, MEAN_WATTS, ENERGY_PRICE -> scaled;
        };
    }
}
