package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.workload.Surroundings;
import java.util.Optional;

/** Data that may not leave where it arises stays on our own places; where jurisdictions are stated, those say which. */
final class ResidenceCheck implements Check {
    @Override
    public Optional<Failure> of(Candidate candidate) {
        Surroundings surroundings = candidate.reading().workload().surroundings();
        boolean bound = surroundings.dataMayNotLeave().orElse(false)
                && surroundings.jurisdictions().isEmpty();
        if (!bound || candidate.ours()) {
            return Optional.empty();
        }
        String country = candidate.quote().country();
        return Failure.of(
                Constraint.DATA_RESIDENCE,
                candidate.quote().provider() + " " + candidate.quote().region(),
                "where the data arises",
                country.isEmpty() ? "" : "passes if its data may be in " + country,
                "its data may not leave where it arises; jurisdictions say from where instead");
    }
}
