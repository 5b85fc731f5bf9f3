package dev.emplace.power.domain.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawModelTest {
    private static final String H100 = "nvidia-h100-sxm-80gb";
    private static final String B200 = "nvidia-b200-sxm-180gb";
    private static final ServedModel LLAMA2_70B = new ServedModel(70_000_000_000L, 70_000_000_000L, 1);
    private final DrawModel model = new DrawModel(DrawTable.shipped());

    @Test
    void trainingNodeDrawsWhatMlperfMeasured() {
        DrawEstimate draw = model.estimate(new Workload(H100, 8, LoadClass.TRAINING, 0, 0));
        assertThat(draw.p50()).isBetween(6_300L, 7_300L);
        // Median of the medians of six one-node runs of MLPerf Training v4.0: 7,020 W; of their p95: 7,102 W.
        assertThat((double) draw.p50()).isBetween(7_020 * 0.97, 7_020 * 1.03);
        assertThat((double) draw.p95()).isBetween(7_102 * 0.97, 7_102 * 1.03);
        assertThat(draw.nameplate()).isEqualTo(10_200);
    }

    @Test
    void trainingNodesPeakCoversTheHighestMeasuredSample() {
        assertThat(model.estimate(new Workload(H100, 8, LoadClass.TRAINING, 0, 0))
                        .peak())
                .isBetween(7_519L, 8_500L);
    }

    @Test
    void idleNodeDrawsAboutTwoKilowatts() {
        assertThat(model.estimate(new Workload(H100, 8, LoadClass.IDLE, 0, 0)).p50())
                .isBetween(2_000L, 2_250L);
    }

    @Test
    void eightB200ServingLargeBatchesDrawTenKilowatts() {
        DrawEstimate draw = model.estimate(new Workload(B200, 8, LoadClass.LLM_CHAT, 512, 0));
        assertThat((double) draw.p50()).isBetween(10_401 * 0.93, 10_401 * 1.07);
        assertThat(draw.peak()).as("the highest sample measured was 11,837 W").isGreaterThan(11_837);
        assertThat(draw.peak()).isLessThan(draw.nameplate());
    }

    @Test
    void eightH200ServingDrawWhatMlperfMeasured() {
        DrawEstimate draw = h200(LoadClass.LLM_CHAT, 256, Optional.of(LLAMA2_70B));
        assertThat((double) draw.p50()).isBetween(6_280 * 0.93, 6_280 * 1.07);
    }

    @ParameterizedTest
    @EnumSource(LoadClass.class)
    void everyKnownAcceleratorHasAnOrderedEstimateThatItsPartsAddUpTo(LoadClass load) {
        for (String accelerator : DrawTable.shipped().accelerators()) {
            for (int count : new int[] {1, 8, 13}) {
                DrawEstimate draw = model.estimate(new Workload(accelerator, count, load, 0, 0));
                assertThat(draw.parts().stream().mapToLong(DrawPart::p50Watts).sum())
                        .isEqualTo(draw.p50());
                assertThat(draw.airWatts() + draw.liquidWatts()).isEqualTo(draw.peak());
                assertThat(draw.parts())
                        .allSatisfy(part -> assertThat(part.source()).isNotBlank());
            }
        }
    }

    @Test
    void drawRisesWithTheBatch() {
        long small = chat(4, 0).p50();
        long middle = chat(32, 0).p50();
        long large = chat(200, 0).p50();
        assertThat(small).isLessThan(middle);
        assertThat(middle).isLessThan(large);
    }

    @Test
    void unknownBatchWidensTheInterval() {
        DrawEstimate unknown = chat(0, 0);
        DrawEstimate known = chat(32, 0);
        assertThat(unknown.p50High() - unknown.p50Low()).isGreaterThan(known.p50High() - known.p50Low());
    }

    @Test
    void servedModelNarrowsTheInterval() {
        DrawEstimate model = served(70_000_000_000L, 4, 128);
        DrawEstimate batch = chat(128, 0);
        assertThat(model.p50High() - model.p50Low()).isLessThan(batch.p50High() - batch.p50Low());
    }

    @Test
    void replicaSplitOverMoreAcceleratorsDrawsLessOnEach() {
        assertThat(served(70_000_000_000L, 8, 128).p50())
                .isLessThan(served(70_000_000_000L, 4, 128).p50());
        assertThat(served(8_000_000_000L, 4, 128).p50())
                .isLessThan(served(70_000_000_000L, 4, 128).p50());
    }

    @Test
    void anchoredMachineDrawsWhatItsAnchorsMeasured() {
        DrawEstimate idle = h200(LoadClass.IDLE, 0, Optional.empty());
        DrawEstimate light = h200(LoadClass.VISION, 0, Optional.empty());
        DrawEstimate heavy = h200(LoadClass.LLM_CHAT, 256, Optional.of(LLAMA2_70B));
        assertThat(List.of(idle.p50(), light.p50(), heavy.p50())).containsExactly(2_370L, 4_984L, 6_217L);
    }

    @Test
    void manyTrainingMachinesSayHowFarTheirPeaksCoincide() {
        assertThat(model.estimate(new Workload(H100, 512, LoadClass.TRAINING, 0, 0))
                        .coincidence())
                .contains(0.987);
        assertThat(model.estimate(new Workload(H100, 512, LoadClass.LLM_CHAT, 0, 0))
                        .coincidence())
                .isEmpty();
    }

    @Test
    void capBoundsThePeak() {
        DrawEstimate free = chat(64, 0);
        DrawEstimate capped = chat(64, 400);
        assertThat(free.peak() - capped.peak()).isBetween(8 * 300L, 8 * 310L);
    }

    @Test
    void halfUsedMachineStillRunsItsHost() {
        long four =
                model.estimate(new Workload(H100, 4, LoadClass.TRAINING, 0, 0)).p50();
        long eight =
                model.estimate(new Workload(H100, 8, LoadClass.TRAINING, 0, 0)).p50();
        assertThat(four).isBetween(eight / 2 + 500, eight - 1_500);
    }

    @Test
    void unknownAcceleratorIsRefusedWithThoseKnown() {
        assertThatThrownBy(() -> model.estimate(new Workload("acme-1", 1, LoadClass.VISION, 0, 0)))
                .isInstanceOf(UnknownAcceleratorException.class)
                .hasMessageContaining(H100);
    }

    private DrawEstimate chat(int batch, int cap) {
        return model.estimate(new Workload(H100, 8, LoadClass.LLM_CHAT, batch, cap));
    }

    private DrawEstimate h200(LoadClass load, int batch, Optional<ServedModel> served) {
        return model.estimate(new Workload("nvidia-h200-sxm-141gb", 8, load, batch, 0, served));
    }

    private DrawEstimate served(long parameters, int accelerators, int batch) {
        return model.estimate(new Workload(
                H100,
                8,
                LoadClass.LLM_CHAT,
                batch,
                0,
                Optional.of(new ServedModel(parameters, parameters, accelerators))));
    }
}
