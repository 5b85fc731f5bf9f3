package dev.emplace.workload.domain.workload;

import java.util.Optional;

/**
 * What is to run, as far as it is known.
 *
 * @param pretrained whether it starts from a published checkpoint
 * @param restartable whether it may be interrupted and started again
 */
public record Workload(
        String displayName,
        Activity activity,
        Optional<Boolean> recurring,
        Optional<Boolean> pretrained,
        Optional<Boolean> restartable,
        ModelFacts model,
        AskedAccelerators accelerators,
        ServiceNeeds needs,
        Surroundings surroundings) {
    public static final Workload UNKNOWN = new Workload(
            "",
            Activity.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ModelFacts.UNKNOWN,
            AskedAccelerators.UNKNOWN,
            ServiceNeeds.UNKNOWN,
            Surroundings.UNKNOWN);

    /** This workload, with each field replaced that the other one states. */
    public Workload overriddenBy(Workload stated) {
        return new Workload(
                Known.first(stated.displayName, displayName),
                stated.activity == Activity.UNKNOWN ? activity : stated.activity,
                Known.first(stated.recurring, recurring),
                Known.first(stated.pretrained, pretrained),
                Known.first(stated.restartable, restartable),
                model.overriddenBy(stated.model),
                accelerators.overriddenBy(stated.accelerators),
                needs.overriddenBy(stated.needs),
                surroundings.overriddenBy(stated.surroundings));
    }
}
