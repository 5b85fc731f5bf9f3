package dev.emplace.cli.command;

import dev.emplace.api.workload.v1.GetPolicyRequest;
import dev.emplace.api.workload.v1.GetPolicyResponse;
import dev.emplace.cli.option.ClassifierOption;
import dev.emplace.cli.output.PolicyView;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which policy is in force. */
@Command(
        name = "show",
        description = "Say which policy is in force, and why a new one is not.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class PolicyShowCommand implements Callable<Integer> {

    @Option(names = "--content", description = "print its text, and nothing else: a copy to change")
    private boolean content;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private ClassifierOption server = new ClassifierOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            GetPolicyResponse policy = connection.policies().getPolicy(GetPolicyRequest.getDefaultInstance());
            if (content) {
                screen.out().print(policy.getContent().toStringUtf8());
                screen.out().flush();
            } else {
                screen.show(policy, sheet -> PolicyView.show(policy, sheet));
            }
        }
        return ExitCode.DONE.number();
    }
}
