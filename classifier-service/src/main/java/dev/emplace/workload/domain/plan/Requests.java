package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** What to ask the catalog: for each kind every offer, and again those within the constraints, lest they be cut off. */
final class Requests {
    /** One call may ask 64 questions, two for each kind. */
    private static final int MOST_KINDS = 32;

    private Requests() {}

    static List<Prices.Request> of(Reading reading, List<Footprint> footprints, Term term, Constraints constraints) {
        Surroundings surroundings = reading.workload().surroundings();
        Prices.Limits limits = new Prices.Limits(
                constraints.allowedProviders(), constraints.deniedProviders(), surroundings.jurisdictions(), false);
        List<Prices.Request> requests = new ArrayList<>();
        for (Footprint footprint : footprints.subList(0, Math.min(MOST_KINDS, footprints.size()))) {
            requests.add(request(footprint, term, surroundings, Prices.Limits.NONE));
            if (!limits.equals(Prices.Limits.NONE)) {
                requests.add(request(footprint, term, surroundings, limits));
            }
        }
        return requests;
    }

    private static Prices.Request request(
            Footprint footprint, Term term, Surroundings surroundings, Prices.Limits limits) {
        return new Prices.Request(
                footprint.accelerator(),
                footprint.accelerators(),
                term.duration(),
                term.utilization(),
                surroundings.monthlyEgressBytes().orElse(0L),
                limits);
    }
}
