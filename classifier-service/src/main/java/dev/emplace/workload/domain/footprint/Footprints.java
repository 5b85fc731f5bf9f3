package dev.emplace.workload.domain.footprint;

import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.List;
import java.util.function.IntPredicate;

/** Sizes a workload for each kind of accelerator by memory. */
public final class Footprints {
    private final FootprintParameters parameters;

    public Footprints(FootprintParameters parameters) {
        this.parameters = parameters;
    }

    /** A model that serves: the smallest tensor-parallel size that its heads allow and whose share fits. */
    public Footprint serving(ModelShape model, AcceleratorFacts accelerator, Load load) {
        return serving(model, accelerator, load, n -> true);
    }

    /**
     * A model that serves.
     *
     * @param fastEnough whether so many accelerators write fast enough together
     */
    public Footprint serving(ModelShape model, AcceleratorFacts accelerator, Load load, IntPredicate fastEnough) {
        ServingMemory memory = new ServingMemory(model, parameters, load.contextTokens(), load.concurrentRequests());
        int most = accelerator.device() ? 1 : Math.max(parameters.mostPerReplica(), load.atLeast());
        IntPredicate fits = n -> memory.splits(n) && memory.fits(accelerator, n);
        int least = smallest(1, most, fits);
        int from = accelerator.device() ? 1 : Math.max(1, load.atLeast());
        int size = smallest(from, most, n -> fits.test(n) && fastEnough.test(n));
        int shown = size > 0 ? size : largestTried(memory, Math.min(most, parameters.perNode()));
        return footprint(
                accelerator, memory.total(shown), shown, least, load.replicas(), size > 0, memory.parts(shown));
    }

    /** What to show of a model that does not fit: the most accelerators of one machine over which it splits. */
    private static int largestTried(ServingMemory memory, int most) {
        int size = Integer.highestOneBit(most);
        while (size > 1 && !memory.splits(size)) {
            size /= 2;
        }
        return size;
    }

    /** A model that is trained: the smallest number of accelerators over which its states fit. */
    public Footprint training(ModelShape model, AcceleratorFacts accelerator, Training training, int atLeast) {
        TrainingMemory memory = new TrainingMemory(model, parameters, training);
        int most = accelerator.device() ? 1 : parameters.mostPerReplica();
        IntPredicate fits = n -> memory.fits(accelerator, n);
        int size = smallest(Math.max(1, atLeast), Math.max(most, atLeast), fits);
        int shown = size == 0 ? Math.max(1, atLeast) : size;
        return footprint(
                accelerator,
                memory.total(shown),
                shown,
                smallest(1, Math.max(most, atLeast), fits),
                1,
                size > 0,
                memory.parts(shown));
    }

    /** Requests at once that one replica of so many accelerators holds in memory; 0 where it holds none. */
    public int mostRequests(ModelShape model, AcceleratorFacts accelerator, int perReplica, Load load) {
        return new ServingMemory(model, parameters, load.contextTokens(), 1).mostRequests(accelerator, perReplica);
    }

    /** As many accelerators as are asked for today, of which nothing more is known. */
    public Footprint asked(AcceleratorFacts accelerator, int perReplica, int replicas) {
        return footprint(accelerator, Interval.ZERO, perReplica, 1, replicas, true, List.of());
    }

    /**
     * How a model is used.
     *
     * @param atLeast accelerators that one replica has today, as the least to try; 0 is unknown
     */
    public record Load(int contextTokens, int concurrentRequests, int replicas, int atLeast) {
        /** What is stated, else what the policy takes. */
        public static Load of(ServiceNeeds needs, FootprintParameters parameters) {
            return new Load(
                    needs.contextTokens().orElse(parameters.contextTokens()),
                    needs.concurrentRequests().orElse(parameters.concurrentRequests()),
                    Math.max(1, needs.replicas().orElse(1)),
                    0);
        }

        public Load atLeast(int accelerators) {
            return new Load(contextTokens, concurrentRequests, replicas, accelerators);
        }
    }

    /** The stated number itself, then powers of two above it; 0 where none passes. */
    private static int smallest(int from, int most, IntPredicate passes) {
        if (passes.test(from)) {
            return from;
        }
        for (int n = Integer.highestOneBit(from) * 2; n <= most; n *= 2) {
            if (passes.test(n)) {
                return n;
            }
        }
        return 0;
    }

    private Footprint footprint(
            AcceleratorFacts accelerator,
            Interval memory,
            int perReplica,
            int leastByMemory,
            int replicas,
            boolean fits,
            List<FootprintPart> parts) {
        long perNode = parameters.perNode();
        long machinesEach = (perReplica + perNode - 1) / perNode;
        long nodes = perReplica >= perNode
                ? machinesEach * replicas
                : ((long) perReplica * replicas + perNode - 1) / perNode;
        return new Footprint(
                accelerator,
                memory,
                perReplica,
                leastByMemory,
                replicas,
                (int) Math.min(nodes, Integer.MAX_VALUE),
                fits,
                parts);
    }
}
