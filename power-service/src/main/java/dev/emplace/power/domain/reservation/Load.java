package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.draw.Workload;

/** What asks for power: a workload, whose peak is estimated, or watts on racks of a group. */
public sealed interface Load {
    /** What a load stands on: what it was made for may become more or less of the same, and nothing else. */
    String kind();

    /** A workload on machines of its kind. */
    record OfWorkload(Workload workload) implements Load {
        @Override
        public String kind() {
            return "workload on " + workload.accelerator();
        }
    }

    /** Watts for machines that no draw model knows. */
    record OfWatts(String rackGroup, int racks, long wattsPerRack) implements Load {
        @Override
        public String kind() {
            return "rack_load in " + rackGroup;
        }
    }
}
