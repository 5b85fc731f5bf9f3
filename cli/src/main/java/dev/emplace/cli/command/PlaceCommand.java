package dev.emplace.cli.command;

import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.api.workload.v1.ReservePlacementResponse;
import dev.emplace.cli.option.ClassifierOption;
import dev.emplace.cli.option.ConstraintOptions;
import dev.emplace.cli.option.HoldOptions;
import dev.emplace.cli.option.Subject;
import dev.emplace.cli.option.SubjectOptions;
import dev.emplace.cli.output.HoldView;
import dev.emplace.cli.output.PlanExplanation;
import dev.emplace.cli.output.PlanView;
import dev.emplace.cli.output.Sheet;
import dev.emplace.cli.remote.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says where workloads should run. */
@Command(
        name = "place",
        description = {
            "Say where a workload should run, what that costs and why, and what was rejected.",
            "The workload is a manifest, or facts: emplace place --activity serving --parameters 70",
            "With --reserve it also holds the power of the best place, if that is a site of your own."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class PlaceCommand implements Callable<Integer> {

    @Option(names = "--explain", description = "say everything: evidence, footprint, sums, power, every rejection")
    private boolean explain;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "5",
            description = "the most placements to answer, 1 to 100 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private PlanScreen screen = new PlanScreen();

    @Mixin
    private HoldOptions hold = new HoldOptions();

    @Mixin
    private ClassifierOption server = new ClassifierOption();

    @Mixin
    private ConstraintOptions constraints = new ConstraintOptions();

    @Mixin
    private SubjectOptions workloads = new SubjectOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Subject> subjects = workloads.subjects();
        try (Connection connection = server.connect()) {
            return EachSubject.run(subjects, spec, subject -> place(connection, subject), (subject, line) -> {})
                    .number();
        }
    }

    private ExitCode place(Connection connection, Subject subject) {
        if (hold.reserve()) {
            return reserve(connection, subject);
        }
        PlanPlacementResponse response = connection.placement().planPlacement(request(subject));
        screen.show(response, response.getRenderingsList(), sheet -> show(response.getPlan(), sheet));
        return outcome(response.getPlan());
    }

    private ExitCode reserve(Connection connection, Subject subject) {
        ReservePlacementResponse response =
                connection.placement().reservePlacement(hold.request(subject.name(), request(subject)));
        screen.show(response, response.getRenderingsList(), sheet -> {
            show(response.getPlan(), sheet);
            HoldView.show(response, sheet);
        });
        return outcome(response.getPlan());
    }

    private void show(Plan plan, Sheet sheet) {
        if (explain) {
            PlanExplanation.show(plan, sheet);
        } else {
            PlanView.show(plan, sheet);
        }
    }

    private PlanPlacementRequest request(Subject subject) {
        PlanPlacementRequest.Builder request = PlanPlacementRequest.newBuilder()
                .setMaximumPlacements(limit)
                .addAllRenderingFormats(screen.renderings());
        constraints.state(request);
        subject.manifest()
                .ifPresentOrElse(
                        manifest -> request.setManifest(manifest).setOverrides(subject.facts()),
                        () -> request.setWorkload(subject.facts()));
        return request.build();
    }

    private static ExitCode outcome(Plan plan) {
        return switch (plan.getOutcome()) {
            case PLAN_OUTCOME_PLACED, PLAN_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> ExitCode.DONE;
            case PLAN_OUTCOME_INFEASIBLE -> ExitCode.INFEASIBLE;
            case PLAN_OUTCOME_NEEDS_FACT -> ExitCode.NEEDS_FACT;
            case PLAN_OUTCOME_OUT_OF_SCOPE -> ExitCode.OUT_OF_SCOPE;
        };
    }
}
