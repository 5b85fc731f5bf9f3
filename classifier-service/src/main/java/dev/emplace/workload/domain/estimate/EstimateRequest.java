package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.footprint.Training;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For what a footprint is asked.
 *
 * @param choices kinds of accelerator; empty is each of the catalog
 * @param training which parameters a training changes; empty takes what was read
 * @param tokenMillis how long a token may take
 * @param inputs numbers of the policy to replace, by their names
 */
public record EstimateRequest(
        List<Choice> choices, Optional<Training> training, Optional<Double> tokenMillis, Map<String, Double> inputs) {
    public EstimateRequest {
        choices = List.copyOf(choices);
        inputs = Map.copyOf(inputs);
    }
}
