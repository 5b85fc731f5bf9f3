package dev.emplace.workload.domain.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.policy.Policies;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a model, a part may be stated whose counterpart is not. */
class UnknownPartsTest {
    @Test
    void expertsWithoutHowManyATokenTouchesShareNothing() {
        assertThat(new Mixture(10, 8, 0).touched(100, 3)).isEqualTo(30);
        assertThat(new Mixture(10, 8, 0).touched(100, 30)).isEqualTo(100);
    }

    @Test
    void windowedLayersWithoutAWindowKeepAllTokens() {
        Attention stated = new Attention(8, 8, 128, 0, 16, 16);
        assertThat(stated.cacheBytes(32, 1, 1_000))
                .isEqualTo(new Attention(8, 8, 128, 0, 0, 16).cacheBytes(32, 1, 1_000));
        assertThat(stated.cacheFormula(32, 1)).doesNotContain("no more than");
    }

    @Test
    void moreMachinesThanANumberHoldsAreTheMostThatItHolds() {
        AcceleratorFacts kind = new AcceleratorFacts("accelerators/k", "k", false, 1L << 30, 0, 0, 700, List.of());
        Footprints footprints = new Footprints(Policies.shipped().footprint());
        assertThat(footprints.asked(kind, 64, Integer.MAX_VALUE).nodes()).isEqualTo(Integer.MAX_VALUE);
        assertThat(footprints.asked(kind, 4, Integer.MAX_VALUE).nodes()).isEqualTo(1 << 30);
    }
}
