package dev.emplace.pricing.domain.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EgressTariffTest {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;
    private static final EgressTariff AWS = new EgressTariff(
            "USD",
            List.of(tier("10240", "0.09"), tier("51200", "0.085"), tier("153600", "0.07"), last("0.05")),
            "list");

    @Test
    void sixtyTerabytesCostWhatTheListSays() {
        assertThat(AWS.charge(NOTHING, decimal("61440"))).isEqualByComparingTo("5120");
    }

    @Test
    void volumeIsChargedBehindWhatHasLeftAlready() {
        assertThat(AWS.charge(decimal("51200"), decimal("10240"))).isEqualByComparingTo("716.8");
    }

    @Test
    void partsOfAVolumeCostTogetherWhatTheWholeCosts() {
        var parts = AWS.charge(NOTHING, decimal("30000")).add(AWS.charge(decimal("30000"), decimal("200000")));
        assertThat(parts).isEqualByComparingTo(AWS.charge(NOTHING, decimal("230000")));
    }

    @Test
    void tiersThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> new EgressTariff("USD", List.of(tier("10", "1"), tier("10", "2"), last("3")), "x"))
                .hasMessageContaining("tier 2");
    }

    @Test
    void aLastTierWithAnEndIsRefused() {
        assertThatThrownBy(() -> new EgressTariff("USD", List.of(tier("10", "1")), "x"))
                .hasMessageContaining("every egress tier but the last");
    }

    private static EgressTariff.Tier tier(String end, String price) {
        return new EgressTariff.Tier(Optional.of(decimal(end)), decimal(price));
    }

    private static EgressTariff.Tier last(String price) {
        return new EgressTariff.Tier(Optional.empty(), decimal(price));
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
