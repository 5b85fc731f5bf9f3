package dev.emplace.workload.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.estimate.Figure.Quantity;
import dev.emplace.workload.domain.latency.Latency;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {
    @Test
    void aRateIsLeftOutWhereItsTimeMayBeNone() {
        assertThat(Speed.rate(Quantity.SAMPLES_PER_SECOND, 1, new Latency(0, 1, 2, "f"), "f", List.of()))
                .isEmpty();
        assertThat(Speed.rate(Quantity.SAMPLES_PER_SECOND, 1, new Latency(1, 2, 4, "f"), "f", List.of()))
                .hasValueSatisfying(rate -> assertThat(List.of(rate.low(), rate.expected(), rate.high()))
                        .containsExactly(250.0, 500.0, 1_000.0));
    }
}
