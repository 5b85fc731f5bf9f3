package dev.emplace.cli.option;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Money;
import dev.emplace.api.workload.v1.CurrentPlacement;
import dev.emplace.api.workload.v1.Objective;
import dev.emplace.api.workload.v1.ObjectiveWeights;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.Quota;
import dev.emplace.cli.option.Values.Dollars;
import dev.emplace.cli.option.Values.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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
            names = "--monthly-budget",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "the most that a month of 730 hours may cost")
    void monthlyBudget(Money price) {
        stated.setMaximumMonthlyPrice(price);
    }

    @Option(
            names = "--max-commitment",
            converter = Span.class,
            paramLabel = "TIME",
            description = "the longest that a place may bind you: 0s for none, 365d")
    void longestCommitment(Duration longest) {
        stated.setMaximumCommitment(longest);
    }

    @Option(
            names = "--quota",
            converter = QuotaWord.class,
            paramLabel = "WHERE=N",
            description = "the most accelerators that can be had at PROVIDER, PROVIDER/REGION or either with"
                    + " :ACCELERATOR; 0 is out of stock; repeat it")
    void quotas(List<Quota> quotas) {
        stated.clearQuotas().addAllQuotas(quotas);
    }

    @Option(
            names = "--deadline",
            converter = Moment.class,
            paramLabel = "MOMENT",
            description = "by when it must be done, for work that ends and whose --duration is known:"
                    + " 2026-12-09T08:00:00Z")
    void deadline(Timestamp by) {
        stated.setDeadline(by);
    }

    @Option(
            names = "--start",
            converter = Moment.class,
            paramLabel = "MOMENT",
            description = "when it is to begin (default: now)")
    private @Nullable Timestamp start;

    @Mixin
    private InterruptionOptions interruptions = new InterruptionOptions();

    @Option(
            names = "--weights",
            converter = WeightsWord.class,
            paramLabel = "C,L,G",
            description = "what cost, latency and carbon count with --objective weighted: 1,0.5,0.2")
    private @Nullable ObjectiveWeights weights;

    @Option(
            names = "--today",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "what an hour of it costs where it runs now: each place then says what moving there saves")
    private @Nullable Money today;

    @Option(
            names = "--allow-commitments",
            negatable = true,
            description = "places may bind for a year or more (default: where such work belongs there)")
    void allowCommitments(boolean allow) {
        stated.setAllowCommitments(allow);
    }

    /** Everything that is stated here, put into a request. */
    public void state(PlanPlacementRequest.Builder request) {
        request.setConstraints(constraints()).setObjective(objective());
        if (weights != null) {
            request.setWeights(weights);
        }
        if (start != null) {
            request.setStartTime(start);
        }
        interruptions.stated().ifPresent(request::setInterruptions);
        if (today != null) {
            request.setCurrent(CurrentPlacement.newBuilder().setHourlyPrice(today));
        }
    }

    public PlacementConstraints constraints() {
        return stated.build();
    }

    public Objective objective() {
        return objective;
    }
}
