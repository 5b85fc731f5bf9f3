package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.classify.WorkloadClass;
import java.util.List;

/**
 * One step of the precedence: the first decision whose tests all pass names the class.
 *
 * @param all tests that must pass
 * @param any tests of which one must pass; none stated means no such demand
 * @param none tests that must fail
 * @param certainty confidence where every sign is at full strength, from 0 to 1
 * @param question what to ask where the class is UNDETERMINED; "" otherwise
 */
public record Decision(
        String id,
        WorkloadClass workloadClass,
        List<Test> all,
        List<Test> any,
        List<Test> none,
        double certainty,
        String question) {
    public Decision {
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
    }

    /** A sign's strength, or a measure such as the number of accelerators, against the least that passes. */
    public record Test(String name, double atLeast, boolean measure) {}
}
