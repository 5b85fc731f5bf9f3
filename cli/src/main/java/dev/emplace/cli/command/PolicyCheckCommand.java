package dev.emplace.cli.command;

import dev.emplace.api.workload.v1.CheckPolicyRequest;
import dev.emplace.api.workload.v1.CheckPolicyResponse;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PolicyCheckItem;
import dev.emplace.cli.option.ClassifierOption;
import dev.emplace.cli.option.ConstraintOptions;
import dev.emplace.cli.option.InputFile;
import dev.emplace.cli.output.PolicyView;
import dev.emplace.cli.remote.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a policy, and tells what it would change. */
@Command(
        name = "check",
        description = {
            "Check a policy, and say what it would change: in itself, and for each workload. Nothing is put in force.",
            "emplace policy check my-policy.yaml workloads/*.yaml"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class PolicyCheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "the policy; - reads it here")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path policy;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "MANIFEST",
            description = "workloads to plan under both policies, at most 100")
    private List<Path> manifests = List.of();

    @Mixin
    private ConstraintOptions constraints = new ConstraintOptions();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private ClassifierOption server = new ClassifierOption();

    @Override
    public Integer call() {
        CheckPolicyRequest.Builder request = CheckPolicyRequest.newBuilder().setPolicy(InputFile.bytes(policy));
        manifests.forEach(file -> request.addItems(item(file)));
        try (Connection connection = server.connect()) {
            CheckPolicyResponse response = connection.policies().checkPolicy(request.build());
            screen.show(response, sheet -> PolicyView.show(response, sheet));
            boolean failed = response.getResultsList().stream().anyMatch(result -> result.hasError());
            return (failed ? ExitCode.FAILED : ExitCode.DONE).number();
        }
    }

    private PolicyCheckItem item(Path file) {
        PlanPlacementRequest.Builder request = PlanPlacementRequest.newBuilder().setManifest(InputFile.bytes(file));
        constraints.state(request);
        return PolicyCheckItem.newBuilder()
                .setItemId(file.toString())
                .setRequest(request)
                .build();
    }
}
