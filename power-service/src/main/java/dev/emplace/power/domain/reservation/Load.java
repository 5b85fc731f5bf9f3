package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.draw.Workload;

/** What asks for power: a workload, whose peak is estimated, or watts on racks of a group. */
public sealed interface Load {
    /** A workload on machines of its kind. */
    record OfWorkload(Workload workload) implements Load {}

    /** Watts for machines that no draw model knows. */
    record OfWatts(String rackGroup, int racks, long wattsPerRack) implements Load {}
}
