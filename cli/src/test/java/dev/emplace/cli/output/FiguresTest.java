package dev.emplace.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void pricesHaveCentsFromADollarOn() {
        assertThat(Figures.price(usd(12345, 678_900_000))).isEqualTo("$12,345.68");
    }

    @Test
    void smallPricesKeepFourPlaces() {
        assertThat(Figures.price(usd(0, 20_250_000))).isEqualTo("$0.0202");
    }

    @Test
    void otherCurrenciesAreNamed() {
        assertThat(Figures.price(
                        Money.newBuilder().setCurrencyCode("EUR").setUnits(3).build()))
                .isEqualTo("EUR 3.00");
    }

    @Test
    void wattsBecomeKilowatts() {
        assertThat(Figures.watts(999)).isEqualTo("999 W");
        assertThat(Figures.watts(10_449)).isEqualTo("10.4 kW");
    }

    private static Money usd(long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode("USD")
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
