package dev.emplace.cli.option;

import com.google.type.Decimal;
import com.google.type.Money;
import dev.emplace.api.pricing.v1.OwnershipCase;
import dev.emplace.cli.option.Values.Dollars;
import picocli.CommandLine.Option;

/** What is owned and how it is run. What is left out must come from an offer's tariff; the service says what is missing. */
public final class OwnershipOptions {

    private final OwnershipCase.Builder ownership = OwnershipCase.newBuilder();

    @Option(
            names = "--tariff",
            paramLabel = "OFFER",
            description = "an owned offer whose tariff states what is left out")
    void tariff(String offer) {
        ownership.setTariffOffer(offer.startsWith("offers/") ? offer : "offers/" + offer);
    }

    @Option(
            names = "--capital",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "a node with its share of fabric and facility")
    void capital(Money price) {
        ownership.setCapitalPrice(price);
    }

    @Option(
            names = "--residual",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "what it is worth at the end of its life")
    void residual(Money price) {
        ownership.setResidualPrice(price);
    }

    @Option(
            names = "--rate",
            converter = Ratios.Percent.class,
            paramLabel = "PERCENT",
            description = "the cost of capital a year: 10")
    void rate(Decimal share) {
        ownership.setAnnualRate(share);
    }

    @Option(names = "--years", paramLabel = "N", description = "how long it is used")
    void years(int life) {
        ownership.setLifeYears(life);
    }

    @Option(
            names = "--rent",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "a provisioned kilowatt for a month, with its space; 0 for a room without rent")
    void rent(Money price) {
        ownership.setKilowattMonthRentPrice(price);
    }

    @Option(names = "--provisioned-watts", paramLabel = "W", description = "what the rent is charged on: 10200")
    void provisioned(long watts) {
        ownership.setProvisionedWatts(watts);
    }

    @Option(
            names = "--load",
            converter = Ratios.Percent.class,
            paramLabel = "PERCENT",
            description = "mean draw as a share of what is provisioned: 80")
    void load(Decimal share) {
        ownership.setLoad(share);
    }

    @Option(
            names = "--pue",
            converter = Ratios.Plain.class,
            paramLabel = "N",
            description = "facility power over IT power: 1.3")
    void pue(Decimal ratio) {
        ownership.setPue(ratio);
    }

    @Option(
            names = "--kwh",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "a kilowatt-hour: 0.08; 0 where the rent includes it")
    void energy(Money price) {
        ownership.setKilowattHourPrice(price);
    }

    @Option(
            names = "--operations",
            converter = Ratios.Percent.class,
            paramLabel = "PERCENT",
            description = "staff, spares and support a year, of the capital: 5")
    void operations(Decimal share) {
        ownership.setAnnualOperationsShare(share);
    }

    @Option(
            names = "--accelerators",
            converter = Ratios.Plain.class,
            paramLabel = "N",
            description = "accelerators of a node: 8")
    void accelerators(Decimal count) {
        ownership.setAcceleratorsPerNode(count);
    }

    public OwnershipCase ownership() {
        return ownership.build();
    }
}
