package dev.emplace.bench.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.bench.report.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ./emplace bench footprint prints must meet its targets, where the measurements are. */
class MeasuredFootprintsTest {
    private static final Path DATA = Path.of("../../shared/data");

    @BeforeEach
    void dataIsThere() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), DATA + " is absent");
    }

    private static DecodeAccuracy decode() {
        return new DecodeAccuracy(DecodeRun.read(
                DATA.resolve("power/mlenergy/gpu_power.csv"), DATA.resolve("workload/models/accelerator-systems")));
    }

    private static EdgeFeasibility edge() {
        return new EdgeFeasibility(OrinRun.read(DATA.resolve("workload/traces/mlperf-edge/orin_singlestream.csv")));
    }

    private static void allMet(List<Row> rows) {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(
                                Row.Measured.class,
                                measured -> assertThat(measured.met())
                                        .as(measured.name() + ": " + measured.value())
                                        .isTrue()));
    }

    @Test
    void theDecodeStepMeetsItsTargets() {
        allMet(decode().rows());
    }

    @Test
    void theRowsOfTheFitAreFixedAndWhatShipsFollowsFromThem() {
        List<DecodeRun> fitted = decode().fitted();
        assertThat(fitted).hasSize(42);
        assertThat(fitted.stream().map(DecodeRun::model).distinct()).hasSize(10);
        assertThat(ShippedPolicy.read().number("latency.layer_ms"))
                .isCloseTo(DecodeAccuracy.layerMillis(fitted), within(5e-4));
    }

    @Test
    void eachQuestionAboutOrinIsAnsweredRightFromTheOtherOne() {
        assertThat(edge().verdicts()).hasSize(9);
        allMet(edge().rows());
    }
}
