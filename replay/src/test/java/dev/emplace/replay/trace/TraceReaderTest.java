package dev.emplace.replay.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.replay.domain.Demand;
import dev.emplace.replay.domain.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReaderTest {

    private static final String PODS =
            "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time\n";
    private static final String LOAD = "t_seconds,requests_per_second,mean_input_tokens,mean_output_tokens\n";
    private static final AcceleratorKinds KINDS = new AcceleratorKinds(StandIns.MIDDLE.words(), Set.of("any"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Test
    void podsThatNeverRanOrAskForNoGpuAreLeftOut() {
        RawTrace trace = pods(
                "a,4000,1024,1,500,,LS,Running,0,100,",
                "b,4000,1024,0,0,,LS,Running,0,100,0",
                "c,4000,1024,1,500,,LS,Running,0,100,10");
        assertThat(trace.workloads()).extracting(Workload::id).containsExactly("c");
        assertThat(trace.notes().get(0)).startsWith("1 pods were never scheduled");
    }

    @Test
    void whatRunsToTheEndIsCensored() {
        List<Workload> work = pods("a,1,1,1,500,,LS,Running,0,50,0", "b,1,1,1,500,,LS,Running,0,100,0")
                .workloads();
        assertThat(work).extracting(Workload::censored).containsExactly(false, true);
    }

    @Test
    void aPodKeepsWhatItAsksFor() {
        Demand demand = pods("a,4500,2048,2,1000,T4|V100M32,BE,Failed,0,50,5\n")
                .workloads()
                .get(0)
                .demand();
        assertThat(demand.gpuMilli()).isEqualTo(2000);
        assertThat(demand.cpuMilli()).isEqualTo(4500);
        assertThat(demand.memoryBytes()).isEqualTo(2L << 30);
        assertThat(demand.preemptible()).isTrue();
        assertThat(demand.accelerators())
                .containsExactlyInAnyOrder("accelerators/nvidia-t4-16gb", "accelerators/nvidia-v100-sxm-32gb");
    }

    @Test
    void anUnknownKindOrNumberNamesItsValue() {
        assertThatThrownBy(() -> pods("a,1,1,1,1000,T5,LS,Running,0,50,5\n")).hasMessageContaining("'T5'");
        assertThatThrownBy(() -> pods("a,1,1,1,1000,T4,LS,Running,0,soon,5\n"))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("line 2: deletion_time is 'soon'");
    }

    @Test
    void anotherTableIsRefusedWithTheColumnsThatItHas() {
        assertThatThrownBy(() -> TraceReader.of(file("a,b\n1,2\n")).format())
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("[a, b]");
    }

    @Test
    void replicasFollowTheLoadOfTheirPart() {
        TraceReader reader = load("0,10,100,100", "600,20,100,100", "1200,10,100,100");
        RawTrace trace = reader.replicas(new Serving("h100", 4, (in, out) -> 5));
        assertThat(trace.workloads())
                .extracting(
                        w -> w.tuple() + " " + w.runs().from() + "-" + w.runs().to())
                .containsExactlyInAnyOrder(
                        "eu replica 1 0-1800",
                        "eu replica 2 600-1200",
                        "any replica 1 0-1800",
                        "any replica 2 0-1800",
                        "any replica 3 600-1200");
        assertThat(trace.workloads())
                .allMatch(w -> !w.demand().preemptible() && w.demand().gpuMilli() == 4000);
    }

    @Test
    void withoutRequestsThereIsNoReplica() {
        TraceReader reader = load("0,10,100,100", "600,0.0,,", "1200,10,100,100");
        assertThat(reader.replicas(new Serving("h100", 4, (in, out) -> 5)).workloads())
                .extracting(w -> w.runs().from() + "-" + w.runs().to())
                .contains("0-600", "1200-1800")
                .doesNotContain("0-1800");
    }

    @Test
    void aLongerAnswerLeavesLessThroughput() {
        BoundedThroughput replica = new BoundedThroughput(StatedModel.LARGE, 4, 80 * 1.0737e9, 3.35e12, 989e12, 0.05);
        assertThat(replica.requestsPerSecond(200, 400)).isLessThan(replica.requestsPerSecond(200, 200));
        assertThat(replica.requestsPerSecond(200, 200)).isPositive();
        assertThat(new BoundedThroughput(StatedModel.LARGE, 1, 80 * 1.0737e9, 3.35e12, 989e12, 0.05)
                        .requestsPerSecond(200, 200))
                .isZero();
    }

    @Test
    void theSameSeedDrawsTheSameConstraints() {
        List<Workload> work = pods("a,1,1,1,500,,LS,Running,0,50,0", "b,1,1,1,500,,LS,Running,0,100,0")
                .workloads();
        Constraints constraints = new Constraints(3, List.of("aws", "gcp"), demand -> true);
        assertThat(constraints.drawnFor(work)).isEqualTo(constraints.drawnFor(work));
    }

    @Test
    void nobodyDeniesTheOnlySeller() {
        List<Workload> work = Collections.nCopies(
                200, pods("a,1,1,1,500,,LS,Running,0,50,0\n").workloads().get(0));
        Constraints constraints = new Constraints(
                3, List.of("aws"), demand -> !demand.deniedProviders().contains("aws"));
        assertThat(constraints.drawnFor(work))
                .allMatch(w -> w.demand().deniedProviders().isEmpty());
    }

    private TraceReader load(String... rows) {
        return TraceReader.of(file(LOAD + String.join("\n", rows)));
    }

    private RawTrace pods(String... rows) {
        return TraceReader.of(file(PODS + String.join("\n", rows))).pods(KINDS);
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("trace.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
