package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.edge.EdgeVerdict;
import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a workload belongs: where its class does, where its data arises if the rules about the edge speak for that, and on
 * our own places if its data may not leave.
 */
record Usual(List<Habitat> habitats) {
    static Usual of(Reading reading, Policy policy) {
        Set<Habitat> habitats = new LinkedHashSet<>(
                policy.row(reading.classification().workloadClass()).habitats());
        if (edgeIsRight(reading.edge())) {
            habitats.add(new Habitat(Family.DEVICE, Purchase.ANY));
            habitats.add(new Habitat(Family.EDGE, Purchase.ANY));
        }
        if (reading.workload().surroundings().dataMayNotLeave().orElse(false)) {
            List.of(Family.COLOCATION, Family.ON_PREMISES, Family.EDGE)
                    .forEach(family -> habitats.add(new Habitat(family, Purchase.ANY)));
        }
        if (anywhereFits(reading, policy)) {
            List.of(Family.HYPERSCALER, Family.GPU_CLOUD, Family.COLOCATION)
                    .forEach(family -> habitats.add(new Habitat(family, Purchase.ANY)));
        }
        return new Usual(List.copyOf(habitats));
    }

    /** An objective that leaves time for a network: any place will do whose round trip and computation fit. */
    private static boolean anywhereFits(Reading reading, Policy policy) {
        double tight = policy.number("edge.local_latency_ms");
        return reading.classification().workloadClass() == WorkloadClass.LOW_LATENCY_INFERENCE
                && reading.workload()
                        .needs()
                        .latencyObjective()
                        .map(objective -> objective.toNanos() / 1e6 > tight)
                        .orElse(false);
    }

    private static boolean edgeIsRight(List<EdgeVerdict> verdicts) {
        return verdicts.stream().anyMatch(verdict -> verdict.outcome() == EdgeVerdict.Outcome.FOR_EDGE)
                && verdicts.stream().noneMatch(verdict -> verdict.outcome() == EdgeVerdict.Outcome.AGAINST_EDGE);
    }

    boolean covers(Habitat place) {
        return habitats.stream().anyMatch(habitat -> habitat.covers(place));
    }

    @Override
    public String toString() {
        return String.join(" or ", habitats.stream().map(Habitat::toString).toList());
    }
}
