package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Coordinates;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Power and cooling of our own sites. */
public interface Capacity {
    /**
     * Assesses all demands on all sites in one call.
     *
     * @throws CapacityUnknownException if the sites cannot be asked
     */
    Answer assess(List<Demand> demands, Map<String, Long> minRevisions);

    /** Accelerators that want power, all together. */
    record Demand(String accelerator, int count, WorkloadClass workloadClass, int batchSize) {

        /** What a workload wants where it has that footprint. */
        public static Demand of(Reading reading, Footprint footprint) {
            return new Demand(
                    footprint.accelerator().name(),
                    footprint.accelerators(),
                    reading.classification().workloadClass(),
                    reading.workload().needs().concurrentRequests().orElse(0));
        }
    }

    /** Assessments by demand and site, and the sites that were looked at. */
    record Answer(List<Assessment> assessments, List<Site> sites) {
        public static final Answer EMPTY = new Answer(List.of(), List.of());

        public Answer {
            assessments = List.copyOf(assessments);
            sites = List.copyOf(sites);
        }

        public Optional<Assessment> of(String site, String accelerator) {
            return assessments.stream()
                    .filter(a -> a.site().equals(site) && a.accelerator().equals(accelerator))
                    .findFirst();
        }

        public Optional<Site> site(String name) {
            return sites.stream().filter(site -> site.name().equals(name)).findFirst();
        }
    }

    /**
     * Whether one demand fits at one site.
     *
     * @param binding the limit that binds, in words
     * @param shortOfMachines whether it fails for want of free machines, rather than of power or cooling
     * @param fittingCount most accelerators of this kind that would fit now
     * @param meanWatts mean draw of the whole demand at the wall
     */
    record Assessment(
            String site,
            String accelerator,
            boolean fits,
            String binding,
            boolean shortOfMachines,
            long shortfallWatts,
            long headroomWatts,
            int fittingCount,
            long meanWatts,
            BigDecimal pue,
            Original original) {}

    /** What a planner needs to know of a site. */
    record Site(
            String name, Optional<Coordinates> location, BigDecimal usdPerKwh, int gridGramsPerKwh, long revision) {}

    /** The sites could not be asked; the plan goes on without them. */
    final class CapacityUnknownException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public CapacityUnknownException(String reason) {
            super(reason, null, false, false);
        }
    }
}
