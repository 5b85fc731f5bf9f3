package dev.emplace.pricing.domain.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two worked examples of the design, to the cent. */
class OwnershipTariffTest {

    private static final BigDecimal EIGHT = BigDecimal.valueOf(8);

    @ParameterizedTest(name = "{0} years at {1} costs {2} USD per GPU-hour")
    @CsvSource({"3, 0.9, 2.94", "5, 0.9, 2.19", "3, 0.7, 3.78", "5, 0.7, 2.81", "3, 0.3, 8.82", "5, 0.3, 6.56"})
    void firstExampleComesOutToTheCent(int years, BigDecimal utilization, BigDecimal expected) {
        assertThat(cents(first(years), utilization)).isEqualByComparingTo(expected);
    }

    @Test
    void secondExampleComesOutToTheCent() {
        var tariff = new OwnershipTariff(
                "USD",
                new Annuity(decimal("310000"), decimal("31000"), decimal("0.12"), 4),
                decimal("194.95"),
                10_200,
                false,
                new EnergyUse(decimal("7140"), decimal("1.25"), decimal("0.07")),
                decimal("0.05"));
        assertThat(cents(tariff, decimal("0.8"))).isEqualByComparingTo("2.50");
    }

    @Test
    void rentThatIncludesEnergyChargesNoneApart() {
        var tariff = new OwnershipTariff(
                "USD",
                new Annuity(decimal("344000"), decimal("0"), decimal("0.1"), 3),
                decimal("184"),
                10_200,
                true,
                new EnergyUse(decimal("8160"), decimal("1.3"), decimal("0.08")),
                decimal("0.05"));
        assertThat(tariff.hourly(Optional.empty()).energy()).isZero();
    }

    @Test
    void aKnownDrawReplacesTheTariffsOwn() {
        var known = new EnergyUse(decimal("6300"), decimal("1.2"), decimal("0.1"));
        assertThat(first(3).hourly(Optional.of(known)).energy()).isEqualByComparingTo("0.756");
    }

    @Test
    void withoutInterestTheAnnuityIsTheLossOfValueAYear() {
        assertThat(new Annuity(decimal("100"), decimal("10"), decimal("0"), 3).perYear())
                .isEqualByComparingTo("30");
    }

    @Test
    void aResidualAboveTheCapitalIsRefused() {
        assertThatThrownBy(() -> new Annuity(decimal("1"), decimal("2"), decimal("0.1"), 3))
                .hasMessageContaining("residual is 2");
    }

    @Test
    void aPueBelowOneIsRefused() {
        assertThatThrownBy(() -> new EnergyUse(decimal("1"), decimal("0.99"), decimal("0.1")))
                .hasMessageContaining("pue is 0.99");
    }

    private static OwnershipTariff first(int years) {
        return new OwnershipTariff(
                "USD",
                new Annuity(decimal("344000"), decimal("0"), decimal("0.1"), years),
                decimal("184"),
                10_200,
                false,
                new EnergyUse(decimal("8160"), decimal("1.3"), decimal("0.08")),
                decimal("0.05"));
    }

    private static BigDecimal cents(OwnershipTariff tariff, BigDecimal utilization) {
        return tariff.hourly(Optional.empty())
                .perUsefulAcceleratorHour(EIGHT, utilization)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
