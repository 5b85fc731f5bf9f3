package dev.emplace.cli.command;

import dev.emplace.cli.output.RefusalView;
import dev.emplace.cli.remote.RemoteFailure;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** How a command ends that a site has no room for. */
final class NoCapacity {
    private NoCapacity() {}

    /** Shows what stands in the way and what would fit; throws what failed for another reason. */
    static int show(
            StatusRuntimeException failed, Function<Map<String, String>, RefusalView> refusal, CommandSpec spec) {
        RemoteFailure failure = RemoteFailure.of(failed);
        if (!failure.is("INSUFFICIENT_CAPACITY")) {
            throw failed;
        }
        refusal.apply(failure.metadata()).show(Screen.errors(spec));
        return ExitCode.NO_CAPACITY.number();
    }
}
