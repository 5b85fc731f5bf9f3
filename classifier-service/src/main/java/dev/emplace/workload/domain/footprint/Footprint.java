package dev.emplace.workload.domain.footprint;

import java.util.List;

/**
 * What a workload needs of one kind of accelerator.
 *
 * @param perReplica accelerators that hold one replica, or the whole of a training job
 * @param leastByMemory accelerators of a replica, or of a training job, that memory alone needs; 1 where the model is
 *     unknown, 0 where no number holds it
 * @param nodes machines over which all of them stand, at the policy's accelerators per machine
 * @param fits whether the accelerator can hold it at all; if not, perReplica is the most that was tried
 */
public record Footprint(
        AcceleratorFacts accelerator,
        Interval memory,
        int perReplica,
        int leastByMemory,
        int replicas,
        int nodes,
        boolean fits,
        List<FootprintPart> parts) {
    public Footprint {
        parts = List.copyOf(parts);
    }

    /** Whether memory alone would let it in. */
    public boolean holds() {
        return fits || leastByMemory > 0;
    }

    /** The same with as many replicas as make so many accelerators. */
    public Footprint inAll(int count) {
        int enough = Math.max(replicas, (count + perReplica - 1) / perReplica);
        int machines = (int) Math.min(Integer.MAX_VALUE, ((long) nodes * enough + replicas - 1) / replicas);
        return new Footprint(accelerator, memory, perReplica, leastByMemory, enough, machines, fits, parts);
    }

    public int accelerators() {
        return (int) Math.min((long) perReplica * replicas, Integer.MAX_VALUE);
    }
}
