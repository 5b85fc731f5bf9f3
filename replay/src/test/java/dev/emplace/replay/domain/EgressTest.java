package dev.emplace.replay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.replay.domain.Egress.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class EgressTest {

    private static final long TEBIBYTE = 1L << 40;

    @Test
    void eachPartOfAVolumeIsChargedByItsTier() {
        Egress aws = new Egress(List.of(
                new Tier(10 * TEBIBYTE, 90_000_000), new Tier(50 * TEBIBYTE, 85_000_000), new Tier(0, 70_000_000)));
        // 10 x 1024 x 0.09 + 40 x 1024 x 0.085 + 10 x 1024 x 0.07: the 5,120 USD of 60 TB at AWS's list.
        assertThat(aws.price(60 * TEBIBYTE)).isEqualByComparingTo("5120");
        assertThat(aws.price(0)).isZero();
    }
}
