package dev.emplace.replay.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.emplace.replay.domain.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The traces beside the project; skipped where they are not. */
class RealTracesTest {

    private static final Path TRACES = Path.of("..", "..", "shared", "data", "workload", "traces");

    @Test
    void openbIsReadWhole() {
        RawTrace trace = reader("alibaba-openb-2023/openb_pod_list_gpuspec33.csv")
                .pods(new AcceleratorKinds(StandIns.MIDDLE.words(), Set.of("any")));
        double hours = trace.workloads().stream()
                .mapToDouble(work -> work.runs().hours() * work.demand().gpuMilli() / 1000)
                .sum();
        assertThat(trace.notes().get(0)).startsWith("897 pods were never scheduled");
        assertThat(hours).isBetween(51_000.0, 52_000.0);
        assertThat(trace.workloads().stream().filter(Workload::censored)).isNotEmpty();
    }

    @Test
    void servingLoadsBecomeReplicas() {
        for (String model : Set.of("large", "small")) {
            RawTrace trace =
                    reader("servegen/language_m-" + model + ".csv").replicas(new Serving("h100", 4, (in, out) -> 20));
            assertThat(trace.span().seconds()).isEqualTo(14 * 24 * 3600L);
            assertThat(trace.workloads()).isNotEmpty();
        }
    }

    private static TraceReader reader(String file) {
        assumeTrue(Files.exists(TRACES), "the real traces are not beside the project");
        return TraceReader.of(TRACES.resolve(file));
    }
}
