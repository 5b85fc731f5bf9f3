package dev.emplace.workload.domain.signal;

import java.util.OptionalInt;

/**
 * Accelerators that one kind of pod asks for.
 *
 * @param resource extended resource or accelerator name as written
 * @param perPod accelerators of one pod; empty where a placeholder hides it
 * @param pods pods of that kind; empty where a placeholder hides it
 */
public record AcceleratorDemand(
        String resource, OptionalInt perPod, OptionalInt pods, int document, Location location, int line) {

    public boolean known() {
        return perPod.isPresent() && pods.isPresent();
    }

    /** At least this many accelerators, unknown numbers counted as one. */
    public int atLeast() {
        long product = (long) perPod.orElse(1) * pods.orElse(1);
        return (int) Math.min(product, Integer.MAX_VALUE);
    }
}
