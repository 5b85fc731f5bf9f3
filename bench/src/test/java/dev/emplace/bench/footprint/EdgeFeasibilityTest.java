package dev.emplace.bench.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Made-up measurements: the answer for one device must follow from the other's, and from nothing else. */
class EdgeFeasibilityTest {
    private static List<EdgeFeasibility.Verdict> verdicts(double onAgx, double onNx) {
        return new EdgeFeasibility(
                        List.of(new OrinRun("resnet50", OrinRun.AGX, onAgx), new OrinRun("resnet50", OrinRun.NX, onNx)))
                .verdicts();
    }

    @Test
    void theOtherDevicesMeasurementIsScaledBetweenTheRatiosOfBandwidthAndPeak() {
        EdgeFeasibility.Verdict onNx = verdicts(2, 5).get(1);
        // 204.8 / 102.4 = 2 and 42.5 / 15 = 2.83, square root of their product 2.38.
        assertThat(onNx.latency().expected()).isBetween(4.7, 4.8);
        assertThat(onNx.right()).isTrue();
    }

    @Test
    void itsOwnMeasurementDoesNotGoIn() {
        assertThat(verdicts(2, 5).get(1).latency())
                .isEqualTo(verdicts(2, 500).get(1).latency());
        assertThat(verdicts(2, 500).get(1).right()).isFalse();
    }

    @Test
    void aModelMeasuredNowhereElseIsNotAskedAbout() {
        assertThat(new EdgeFeasibility(List.of(new OrinRun("retinanet", OrinRun.NX, 34))).verdicts())
                .isEmpty();
    }

    @Test
    void aModelThatWritesIsToldByPhysics() {
        EdgeFeasibility.Verdict verdict = new EdgeFeasibility(List.of(new OrinRun("gpt-j-6b", OrinRun.AGX, 5_000)))
                .verdicts()
                .get(0);
        // 6.05 billion weights of 16 bits at 204.8 GB/s take 59 ms.
        assertThat(verdict.latency().low()).isGreaterThan(59);
        assertThat(verdict.sure()).isTrue();
        assertThat(verdict.meets()).isFalse();
    }
}
