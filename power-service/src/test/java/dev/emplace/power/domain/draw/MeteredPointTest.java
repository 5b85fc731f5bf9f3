package dev.emplace.power.domain.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeteredPointTest {
    private final DrawModel model = new DrawModel(DrawTable.shipped());
    private final Workload training = new Workload("nvidia-h100-sxm-80gb", 64, LoadClass.TRAINING, 0, 0);
    private final DrawEstimate predicted = model.estimate(training);
    private final long idle = model.idle(training).p50();

    @Test
    void whatWasMeteredIsWhatIsPredictedThere() {
        long metered = (predicted.p50() + idle) / 2;
        DrawEstimate corrected = model.estimate(training, point(metered));
        assertThat(corrected.p50()).isEqualTo(metered);
        assertThat(corrected.parts().stream().mapToLong(DrawPart::p50Watts).sum())
                .isEqualTo(
                        predicted.parts().stream().mapToLong(DrawPart::p50Watts).sum() - predicted.p50() + metered);
    }

    @Test
    void otherWorkOnTheSameAcceleratorIsScaledAboveIdle() {
        Workload chat = new Workload("nvidia-h100-sxm-80gb", 8, LoadClass.LLM_CHAT, 16, 0);
        long idleOfChat = model.idle(chat).p50();
        long above = model.estimate(chat).p50() - idleOfChat;
        MeteredPoint point = point(idle + (predicted.p50() - idle) * 9 / 10);
        assertThat(model.estimate(chat, point).p50())
                .isBetween(idleOfChat + (long) (above * 0.899), idleOfChat + (long) (above * 0.901));
    }

    @Test
    void noPointRaisesAnEstimateOverItsPeakOrMovesThePeak() {
        DrawEstimate corrected = model.estimate(training, point(10 * predicted.peak()));
        assertThat(corrected.peak()).isEqualTo(predicted.peak());
        assertThat(corrected.p95()).isEqualTo(predicted.peak());
    }

    @Test
    void lessThanIdleIsIdle() {
        assertThat(model.estimate(training, point(0)).p50()).isEqualTo(idle);
    }

    @Test
    void idleMachinesTellNothingOfWork() {
        assertThat(point(1).isTelling()).isTrue();
        assertThat(new MeteredPoint(training, idle, idle, 1, "").isTelling()).isFalse();
    }

    private MeteredPoint point(long metered) {
        return new MeteredPoint(training, predicted.p50(), idle, metered, "a test");
    }
}
