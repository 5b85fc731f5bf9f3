package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.classify.Classification;
import dev.emplace.workload.domain.edge.EdgeVerdict;
import dev.emplace.workload.domain.footprint.Training;
import dev.emplace.workload.domain.workload.Workload;
import java.util.List;

/**
 * What is known of a workload before it is placed.
 *
 * @param workload what was read, with what the owner stated in its place
 * @param edge verdicts of the edge rules, where the edge is in question
 * @param training which parameters it would train
 * @param facts what was read from the manifest, and where; empty where explicit facts were given
 * @param objects objects of the manifest; empty where explicit facts were given
 */
public record Reading(
        Classification classification,
        Workload workload,
        List<EdgeVerdict> edge,
        Training training,
        List<ReadFact> facts,
        List<ManifestObject> objects) {
    public Reading {
        edge = List.copyOf(edge);
        facts = List.copyOf(facts);
        objects = List.copyOf(objects);
    }
}
