package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Footprint;
import java.util.List;

/**
 * What a workload needs of each kind of accelerator.
 *
 * @param footprints by kind, only those that fit
 * @param rejections kinds that do not
 * @param missing facts without which nothing can be sized
 */
record Sizing(
        List<Footprint> footprints, List<Rejection> rejections, List<MissingFact> missing, List<Assumed> assumptions) {
    Sizing {
        footprints = List.copyOf(footprints);
        rejections = List.copyOf(rejections);
        missing = List.copyOf(missing);
        assumptions = List.copyOf(assumptions);
    }
}
