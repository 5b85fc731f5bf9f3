package dev.emplace.replay.domain;

import static dev.emplace.replay.domain.Listings.demand;
import static dev.emplace.replay.domain.Listings.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.replay.domain.LoadDuration.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadDurationTest {

    private static final LoadDuration CURVE = LoadDuration.of(
            List.of(work("a", demand(), 0, 10), work("b", demand(2000, false, false), 2, 3)), new Span(0, 20 * 3600L));

    @Test
    void hoursAreCountedAtEachLevel() {
        assertThat(CURVE.steps()).containsExactly(new Step(3, 1), new Step(1, 9), new Step(0, 10));
    }

    @Test
    void thePercentileIsWhatSufficesForThatShareOfTheTime() {
        assertThat(CURVE.percentile(0.95)).isEqualTo(1);
        assertThat(CURVE.percentile(1)).isEqualTo(3);
        assertThat(CURVE.percentile(0.4)).isZero();
    }
}
