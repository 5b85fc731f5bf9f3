package dev.emplace.bench.power.decide;

import dev.emplace.bench.power.site.SyntheticSite;
import dev.emplace.bench.power.site.WholeSite;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placement;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Eight racks of a row on a site of 1,000 racks that holds 10,000 reservations, under any single failure. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DecisionInProcess {

    static final int ROWS = 20;
    static final int RACKS = 8;
    static final int LIVE = 10_000;

    private static final int RACKS_PER_ROW = 50;
    private static final int DEMANDS = 1024;
    private static final long SEED = 20_261_130;

    private Plant plant = Plant.of(SyntheticSite.of(1, 1));
    private LoadState state = LoadState.empty(plant);
    private WholeSite whole = new WholeSite(SyntheticSite.of(1, 1));
    private final List<List<RackLoad>> demands = new ArrayList<>();
    private int next;

    /** Compares the two on every demand, those that are refused among them, and on random graphs. */
    @Setup(Level.Trial)
    public void fill() {
        RandomGraphs.compare();
        Topology topology = SyntheticSite.of(ROWS, RACKS_PER_ROW);
        plant = Plant.of(topology);
        state = LoadState.empty(plant);
        whole = new WholeSite(topology);
        Random random = new Random(SEED);
        for (int i = 0; i < LIVE; i++) {
            List<RackLoad> held = racks(random, 100 + random.nextInt(200));
            state.addAll(held);
            whole.add(held);
        }
        if (!whole.holds()) {
            throw new IllegalStateException("the site is overloaded to begin with");
        }
        int refused = 0;
        for (int i = 0; i < DEMANDS; i++) {
            List<RackLoad> wanted = racks(random, i % 8 == 0 ? 20_000 + random.nextInt(20_000) : 1_000);
            boolean fits = takes(wanted);
            if (fits != whole.takes(wanted)) {
                throw new IllegalStateException("the incremental decision differs from the full one on " + wanted);
            }
            refused += fits ? 0 : 1;
            demands.add(wanted);
        }
        if (refused == 0 || refused == DEMANDS) {
            throw new IllegalStateException(refused + " of the demands are refused");
        }
    }

    /** As the ledger decides: first fit over the racks of the row, then taken out again until it is kept. */
    @Benchmark
    public boolean incremental() {
        RackLoad first = demand().get(0);
        Placement placement = placer().placeWatts(first.group(), RACKS, first.watts(), List.of());
        if (placement instanceof Placement.Placed placed) {
            state.removeAll(placed.loads());
            return true;
        }
        return false;
    }

    @Benchmark
    public boolean whole() {
        return whole.takes(demand());
    }

    /** Whether just these racks take it. */
    private boolean takes(List<RackLoad> wanted) {
        List<RackLoad> placed = wanted.stream()
                .takeWhile(load -> placer().placeWhereItStands(load))
                .toList();
        state.removeAll(placed);
        return placed.size() == wanted.size();
    }

    private Placer placer() {
        return new Placer(plant, List.of(state), Survival.ANY_SINGLE_FAILURE);
    }

    private List<RackLoad> demand() {
        next = (next + 1) % DEMANDS;
        return demands.get(next);
    }

    private static List<RackLoad> racks(Random random, long watts) {
        String group = "row-" + random.nextInt(ROWS);
        int first = random.nextInt(RACKS_PER_ROW - RACKS);
        return IntStream.range(first, first + RACKS)
                .mapToObj(rack -> new RackLoad(group, rack, watts, 0, "", 0, 0))
                .toList();
    }
}
