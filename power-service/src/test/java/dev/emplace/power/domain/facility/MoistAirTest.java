package dev.emplace.power.domain.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against tabulated values: steam tables, and example 1 of ASHRAE Fundamentals, chapter 1, read off its chart. */
class MoistAirTest {
    @ParameterizedTest
    @CsvSource({"-20, 103.24", "0, 611.2", "5, 872.6", "25, 3169.7", "50, 12351.3"})
    void saturationIsThatOfTheSteamTables(double celsius, double pascals) {
        assertThat(MoistAir.saturationPascals(celsius)).isCloseTo(pascals, within(pascals * 3e-4));
    }

    /** Air of 40 degrees with a wet bulb of 20 has a humidity ratio of 0.0065 and a relative humidity of 14%. */
    @Test
    void airOfFortyDegreesAndFourteenPercentHasAWetBulbOfTwenty() {
        assertThat(MoistAir.humidityRatioAt(40, 20, MoistAir.SEA_LEVEL_PASCALS)).isCloseTo(0.0065, within(1e-4));
        assertThat(MoistAir.wetBulb(40, 0.14, MoistAir.SEA_LEVEL_PASCALS)).isCloseTo(20, within(0.2));
    }

    /** What PsychroLib's tests hold: over water and over ice, at 95,461 Pa. */
    @ParameterizedTest
    @CsvSource({"30, 25, 0.0192281274241096", "-1, -5, 0.00120399819933844"})
    void humidityRatiosAreThoseOfTheReferenceLibrary(double dryBulb, double wetBulb, double ratio) {
        assertThat(MoistAir.humidityRatioAt(dryBulb, wetBulb, 95_461)).isCloseTo(ratio, within(ratio * 3e-4));
    }

    @Test
    void saturatedAirIsAtItsWetBulbAndDrierOrThinnerAirBelow() {
        for (int dryBulb = -40; dryBulb <= 55; dryBulb++) {
            double wetter = MoistAir.wetBulb(dryBulb, 1, MoistAir.SEA_LEVEL_PASCALS);
            assertThat(wetter).isCloseTo(dryBulb, within(1e-6));
            for (int percent = 90; percent >= 0; percent -= 10) {
                double wetBulb = MoistAir.wetBulb(dryBulb, percent / 100.0, MoistAir.SEA_LEVEL_PASCALS);
                assertThat(wetBulb).isLessThan(wetter);
                assertThat(MoistAir.wetBulb(dryBulb, percent / 100.0, 80_000)).isLessThan(wetBulb);
                wetter = wetBulb;
            }
        }
    }

    @Test
    void warmerAirOfTheSameHumidityHasAHigherWetBulb() {
        for (int percent = 0; percent <= 100; percent += 10) {
            for (int dryBulb = -40; dryBulb < 55; dryBulb++) {
                assertThat(MoistAir.wetBulb(dryBulb + 1, percent / 100.0, MoistAir.SEA_LEVEL_PASCALS))
                        .isGreaterThan(MoistAir.wetBulb(dryBulb, percent / 100.0, MoistAir.SEA_LEVEL_PASCALS));
            }
        }
    }
}
