package dev.emplace.replay.trace;

import dev.emplace.replay.domain.Demand;
import dev.emplace.replay.domain.Workload;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a trace does not tell and a seed draws, for each workload: whether it is bound to the EU, a provider that its
 * owner denies, and how much data leaves the place for good.
 *
 * @param providers those that may be denied, in order
 * @param sold whether anybody rents out what meets a demand: nobody denies the only one who does
 */
public record Constraints(long seed, List<String> providers, Predicate<Demand> sold) {

    private static final double EU_SHARE = 0.3;
    private static final double DENYING_SHARE = 0.2;
    private static final long GIBIBYTE = 1L << 30;
    /** Of a hundred workloads ninety send nothing, five 1 GiB, four 10 and one 100. */
    private static final int HUNDRED = 100;

    public Constraints {
        providers = List.copyOf(providers);
    }

    public List<Workload> drawnFor(List<Workload> workloads) {
        Random random = new Random(seed);
        return workloads.stream().map(workload -> drawn(workload, random)).toList();
    }

    /** For a deployment of replicas: its owner denies one provider to all of them, or none. */
    public List<Workload> drawnForDeployments(List<Workload> replicas) {
        Random random = new Random(seed);
        Set<String> inEu = denied(random);
        Set<String> anywhere = denied(random);
        return replicas.stream()
                .map(replica -> with(
                        replica,
                        replica.demand().euBound(),
                        replica.demand().euBound() ? inEu : anywhere,
                        replica.demand().egressBytes()))
                .toList();
    }

    private Workload drawn(Workload workload, Random random) {
        boolean euBound = random.nextDouble() < EU_SHARE;
        Set<String> denied = denied(random);
        return with(workload, euBound, denied, gibibytes(random.nextInt(HUNDRED)) * GIBIBYTE);
    }

    private Set<String> denied(Random random) {
        boolean denies = random.nextDouble() < DENYING_SHARE;
        String provider = providers.get(random.nextInt(providers.size()));
        return denies ? Set.of(provider) : Set.of();
    }

    private Workload with(Workload workload, boolean euBound, Set<String> denied, long egressBytes) {
        Demand free = bound(workload.demand(), euBound, Set.of(), egressBytes);
        Demand bound = bound(workload.demand(), euBound, denied, egressBytes);
        boolean onlySeller = sold.test(free) && !sold.test(bound);
        return new Workload(
                workload.id(), workload.tuple(), onlySeller ? free : bound, workload.runs(), workload.censored());
    }

    private static Demand bound(Demand d, boolean euBound, Set<String> denied, long egressBytes) {
        return new Demand(
                d.accelerators(),
                d.gpuMilli(),
                d.cpuMilli(),
                d.memoryBytes(),
                d.preemptible(),
                euBound,
                denied,
                egressBytes);
    }

    private static long gibibytes(int draw) {
        if (draw < 90) {
            return 0;
        }
        return draw < 95 ? 1 : draw < 99 ? 10 : 100;
    }
}
