package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.classify.WorkloadClass;
import java.util.List;

/**
 * One row of the class table.
 *
 * @param habitats where the class usually belongs, the most usual first; empty where the class has none
 * @param costBand published cost of an accelerator-hour there, as text with its unit; "" where none is published
 */
public record ClassRow(WorkloadClass workloadClass, List<Habitat> habitats, String costBand, String why) {
    public ClassRow {
        habitats = List.copyOf(habitats);
    }
}
