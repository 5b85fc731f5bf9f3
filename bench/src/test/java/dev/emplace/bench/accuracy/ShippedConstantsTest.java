package dev.emplace.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emplace.power.domain.draw.ServingFit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The constants that ship are those that the calibration rows give. */
class ShippedConstantsTest {
    private static final Path DATA = Path.of("../../shared/data/power");

    @BeforeEach
    void dataIsThere() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), DATA + " is absent");
    }

    @Test
    void servingFitsAreThoseOfTheCalibratingModels() {
        FractionAccuracy data = new FractionAccuracy(DATA.resolve("mlenergy/gpu_power.csv"));
        agrees(ServingFit.LANGUAGE, data.language());
        agrees(ServingFit.IMAGE, data.image());
    }

    @Test
    void anchorsAreTheMeansOfTheAnchoringRuns() {
        WallAccuracy data = new WallAccuracy(WallRun.read(DATA.resolve("mlperf/inference_wall_power.csv")));
        for (MeasuredSystem system : MeasuredSystem.ALL) {
            system.anchors().ifPresent(anchors -> {
                WallModel shipped = WallModel.shipped(system);
                WallModel anew = shipped.anchored(data.of(system), anchors).orElseThrow();
                double heavy = anew.estimate(anchors.heavy()).p50();
                assertThat((double) shipped.estimate(anchors.heavy()).p50()).isCloseTo(heavy, within(heavy * 0.005));
                double light = anew.estimate(anchors.light()).p50();
                assertThat((double) shipped.estimate(anchors.light()).p50()).isCloseTo(light, within(light * 0.005));
            });
        }
    }

    private static void agrees(ServingFit shipped, ServingFit anew) {
        assertThat(shipped.intercept()).isCloseTo(anew.intercept(), within(1e-4));
        for (int i = 0; i < shipped.coefficients().size(); i++) {
            assertThat(shipped.coefficients().get(i))
                    .isCloseTo(anew.coefficients().get(i), within(1e-4));
        }
    }
}
