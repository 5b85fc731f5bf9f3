package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * A quoted offer together with what the workload needs of it.
 *
 * @param wish the speed that is asked for, if any
 * @param compute how long the computation itself takes there, where that can be worked out
 * @param completion when it is done there, where that is known
 */
record Candidate(
        Reading reading,
        Prices.Quote quote,
        Footprint footprint,
        Optional<Wish> wish,
        Optional<Latency> compute,
        Optional<Capacity.Assessment> assessment,
        Term term,
        Cost cost,
        Optional<Completion> completion) {

    WorkloadClass workloadClass() {
        return reading.classification().workloadClass();
    }

    /** Places that stand where the data arises: our own, or the device. */
    boolean ours() {
        return switch (quote.habitat().family()) {
            case COLOCATION, ON_PREMISES, EDGE, DEVICE -> true;
            case HYPERSCALER, GPU_CLOUD -> false;
        };
    }

    /** Accelerators that it takes there: whole machines, and so maybe more than it needs. */
    int taken() {
        BigDecimal inMachines = quote.perMachine()
                .multiply(BigDecimal.valueOf(quote.machines()))
                .setScale(0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE));
        return Math.max(footprint.accelerators(), inMachines.intValue());
    }

    /** What light in fibre needs to the users and back; empty where either place is unknown. */
    Optional<Double> floorMillis(Network network) {
        Optional<Coordinates> users = reading.workload().surroundings().users();
        return quote.location().flatMap(there -> users.map(here -> network.floorMillis(here, there)));
    }

    /** What to ask for so that no more than so many accelerators are needed; "" where no smaller number will do. */
    String fewer(int most) {
        int needed = footprint.accelerators();
        int replicas = most / footprint.perReplica();
        if (footprint.replicas() > 1 && replicas >= 1) {
            return "fits with " + replicas + (replicas == 1 ? " replica, " : " replicas, ")
                    + (needed - replicas * footprint.perReplica()) + " accelerators fewer";
        }
        boolean holds = footprint.replicas() == 1 && footprint.leastByMemory() <= most;
        return holds
                ? wish.map(asked -> asked.atMost(quote.accelerator(), most)).orElse("")
                : "";
    }

    /** How many would be so many times as fast, if it scales; "" where nobody is asked for so many. */
    String faster(double times) {
        double more = Math.ceil(footprint.accelerators() * times - 1e-9);
        return more > Planner.MOST_ACCELERATORS
                ? ""
                : (int) more + " x " + quote.accelerator().displayName() + " in place of " + footprint.accelerators();
    }

    String fewerOr(int most, String otherwise) {
        String fewer = most == 0 ? "" : fewer(most);
        return fewer.isEmpty() ? otherwise : fewer;
    }

    /** Which places this one stands for, in a rejection. */
    static String family(Habitat habitat) {
        String purchase = switch (habitat.purchase()) {
            case ANY, OWNED -> "";
            case SPOT -> " spot";
            case ON_DEMAND -> " on demand";
            case RESERVED -> " reserved";
            case BLOCK -> " block";
        };
        return habitat.family().name().toLowerCase(Locale.ROOT).replace('_', ' ') + purchase;
    }
}
