package dev.emplace.workload.domain.footprint;

import java.util.List;

/**
 * What a workload needs of one kind of accelerator.
 *
 * @param perReplica accelerators that hold one replica, or the whole of a training job
 * @param nodes machines over which all of them stand, at the policy's accelerators per machine
 * @param fits whether the accelerator can hold it at all; if not, perReplica is the most that was tried
 * @param mostParameters parameters of the largest model that these accelerators would hold in the same way; 0 is none, or
 *     unknown
 */
public record Footprint(
        AcceleratorFacts accelerator,
        Interval memory,
        int perReplica,
        int replicas,
        int nodes,
        boolean fits,
        long mostParameters,
        List<FootprintPart> parts) {
    public Footprint {
        parts = List.copyOf(parts);
    }

    public int accelerators() {
        return (int) Math.min((long) perReplica * replicas, Integer.MAX_VALUE);
    }
}
