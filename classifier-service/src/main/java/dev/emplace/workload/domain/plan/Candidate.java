package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Coordinates;
import java.util.Locale;
import java.util.Optional;

/** A quoted offer together with what the workload needs of it. */
record Candidate(Prices.Quote quote, Footprint footprint, Reading reading, Optional<Capacity.Assessment> assessment) {

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

    Optional<Coordinates> users() {
        return reading.workload().surroundings().users();
    }

    /** Which places this one stands for, in a rejection. */
    String family() {
        String purchase = switch (quote.habitat().purchase()) {
            case ANY, OWNED -> "";
            case SPOT -> " spot";
            case ON_DEMAND -> " on demand";
            case RESERVED -> " reserved";
        };
        return quote.habitat().family().name().toLowerCase(Locale.ROOT).replace('_', ' ') + purchase + ": "
                + quote.accelerator().displayName();
    }

    Rejection reject(Constraint constraint, String number, String limit, String change, String explanation) {
        return new Rejection(family(), constraint, number, limit, change, explanation, 1, Optional.empty());
    }
}
