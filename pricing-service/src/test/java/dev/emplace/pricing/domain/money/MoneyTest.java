package dev.emplace.pricing.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void halvesOfANanoRoundToTheEvenNeighbour() {
        assertThat(Money.rounded("USD", new BigDecimal("0.0000000005"))).isEqualTo(Money.usd("0"));
        assertThat(Money.rounded("USD", new BigDecimal("0.0000000015"))).isEqualTo(Money.usd("0.000000002"));
    }

    @Test
    void moreThanNineDecimalsAreNotSilentlyRounded() {
        assertThatThrownBy(() -> Money.usd("0.0000000001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.usd("1").plus(Money.zero("EUR")))
                .hasMessageContaining("cannot combine USD with EUR");
    }

    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(Money.usd("2.50")).isEqualTo(Money.usd("2.5")).hasSameHashCodeAs(Money.usd("2.500"));
    }

    @Test
    void nanosAreBillionths() {
        assertThat(Money.usd("55.04").nanos()).isEqualTo(55_040_000_000L);
    }
}
