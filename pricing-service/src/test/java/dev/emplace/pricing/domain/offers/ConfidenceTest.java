package dev.emplace.pricing.domain.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "{0} of {1} days is worth {2}")
    @CsvSource({
        "LIST, 0, 0.95",
        "LIST, 30, 0.95",
        "LIST, 31, 0.90",
        "LIST, 91, 0.80",
        "LIST, 181, 0.70",
        "LIST, 366, 0.55",
        "CONTRACTED, 0, 0.98",
        "COMPUTED, 0, 0.80",
        "ESTIMATED, 366, 0.10"
    })
    void confidenceIsLookedUpByBasisAndAge(PriceBasis basis, int days, BigDecimal expected) {
        assertThat(Confidence.of(basis, TODAY.minusDays(days), TODAY).value()).isEqualByComparingTo(expected);
    }
}
