package dev.emplace.cli.option;

import com.google.type.Money;
import dev.emplace.api.workload.v1.Objective;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.cli.option.Values.Dollars;
import java.util.List;
import picocli.CommandLine.Option;

/** What every placement must keep to, and what to rank by. */
public final class ConstraintOptions {

    private final PlacementConstraints.Builder stated = PlacementConstraints.newBuilder();

    @Option(
            names = "--objective",
            converter = Words.Objectives.class,
            completionCandidates = Words.Objectives.class,
            paramLabel = "WORD",
            description = "what to rank by: ${COMPLETION-CANDIDATES} (default: cost)")
    private Objective objective = Objective.OBJECTIVE_UNSPECIFIED;

    @Option(names = "--provider", paramLabel = "NAME", description = "an acceptable provider; repeat it (default: all)")
    void allowedProviders(List<String> names) {
        stated.clearAllowedProviders().addAllAllowedProviders(names);
    }

    @Option(
            names = "--deny-provider",
            paramLabel = "NAME",
            description = "a provider that is not acceptable; repeat it")
    void deniedProviders(List<String> names) {
        stated.clearDeniedProviders().addAllDeniedProviders(names);
    }

    @Option(
            names = "--only-accelerator",
            paramLabel = "NAME",
            description = "an acceptable accelerator; repeat it (default: all that fit)")
    void accelerators(List<String> names) {
        stated.clearAccelerators().addAllAccelerators(names);
    }

    @Option(
            names = "--budget",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "the most that an hour may cost")
    void budget(Money price) {
        stated.setMaximumHourlyPrice(price);
    }

    @Option(
            names = "--allow-commitments",
            negatable = true,
            description = "places may bind for a year or more (default: where such work belongs there)")
    void allowCommitments(boolean allow) {
        stated.setAllowCommitments(allow);
    }

    public PlacementConstraints constraints() {
        return stated.build();
    }

    public Objective objective() {
        return objective;
    }
}
