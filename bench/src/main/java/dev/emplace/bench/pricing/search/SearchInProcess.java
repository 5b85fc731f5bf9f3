package dev.emplace.bench.pricing.search;

import dev.emplace.bench.pricing.SyntheticCatalog;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.OfferIndex;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The index and a scan of the same offers, for the same requirements in the same order: pages of ten. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SearchInProcess {

    static final int PAGE = 10;

    private static final long SEED = 20_261_124;
    private static final int REQUIREMENTS = 4096;

    @Param({"100000", "1000000"})
    public int offers;

    private OfferIndex index = OfferIndex.of(List.of());
    private LinearScan scan = new LinearScan(List.of());
    private List<Requirement> requirements = List.of();
    private int next;

    /** Compares the two on every hundredth requirement first: a fast wrong answer is none. */
    @Setup(Level.Trial)
    public void fill() {
        SyntheticCatalog catalog = new SyntheticCatalog(SEED);
        List<Offer> all = catalog.offers(offers);
        index = OfferIndex.of(all);
        scan = new LinearScan(all);
        requirements = catalog.requirements(REQUIREMENTS);
        for (int i = 0; i < REQUIREMENTS; i += 100) {
            Requirement requirement = requirements.get(i);
            if (!page(requirement).equals(scan.cheapest(requirement, PAGE))) {
                throw new IllegalStateException("index and scan answer differently to " + requirement);
            }
        }
    }

    @Benchmark
    public List<Offer> index() {
        return page(requirement());
    }

    @Benchmark
    public List<Offer> scan() {
        return scan.cheapest(requirement(), PAGE);
    }

    private Requirement requirement() {
        next = (next + 1) % REQUIREMENTS;
        return requirements.get(next);
    }

    private List<Offer> page(Requirement requirement) {
        Ranking ranking = index.rank(requirement, Optional.empty());
        List<Offer> page = new ArrayList<>(PAGE);
        while (page.size() < PAGE && ranking.hasNext()) {
            page.add(ranking.next());
        }
        return page;
    }
}
