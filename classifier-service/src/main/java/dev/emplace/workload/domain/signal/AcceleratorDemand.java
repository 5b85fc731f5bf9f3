package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.signal.Count.Role;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Accelerators that one kind of pod asks for.
 *
 * @param resource extended resource or accelerator name as written
 * @param perPod accelerators of one pod, a part of one counted as one; empty where a placeholder hides it
 * @param part the part of an accelerator that is meant, as written: 2g.20gb, 0.5; "" for whole ones
 * @param counts numbers that multiply the pod, from the outside in
 * @param gang whether its pods work as one with the other pods of the document
 */
public record AcceleratorDemand(
        String resource,
        OptionalInt perPod,
        String part,
        List<Count> counts,
        boolean gang,
        int document,
        Location location,
        int line) {
    public AcceleratorDemand {
        counts = List.copyOf(counts);
    }

    public boolean known() {
        return perPod.isPresent() && pods().isPresent();
    }

    /** Pods of that kind; empty where a placeholder hides their number. */
    public OptionalInt pods() {
        return product(null);
    }

    /** Pods that work as one; empty where a placeholder hides their number. */
    public OptionalInt members() {
        return product(Role.MEMBERS);
    }

    /** Copies that work on their own; empty where a placeholder hides their number. */
    public OptionalInt copies() {
        return product(Role.COPIES);
    }

    /** At least this many accelerators, unknown numbers counted as one. */
    public int atLeast() {
        long product = (long) perPod.orElse(1) * pods().orElse(1);
        return (int) Math.min(product, Integer.MAX_VALUE);
    }

    private OptionalInt product(@Nullable Role role) {
        long product = 1;
        for (Count count : counts) {
            if (role == null || count.role() == role) {
                if (count.value().isEmpty()) {
                    return OptionalInt.empty();
                }
                product = Math.min(product * count.value().getAsInt(), Integer.MAX_VALUE);
            }
        }
        return OptionalInt.of((int) product);
    }
}
