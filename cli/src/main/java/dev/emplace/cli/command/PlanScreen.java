package dev.emplace.cli.command;

import com.google.protobuf.MessageOrBuilder;
import dev.emplace.api.workload.v1.Rendering;
import dev.emplace.api.workload.v1.RenderingFormat;
import dev.emplace.cli.output.Documents;
import dev.emplace.cli.output.PlanFormat;
import dev.emplace.cli.output.RenderingText;
import dev.emplace.cli.output.Sheet;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a plan is printed, and how. */
final class PlanScreen {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); skypilot is a task that tries the"
                    + " places in order, kueue the queues and node selectors of a cluster that has them")
    private PlanFormat format = PlanFormat.TABLE;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec command;

    List<RenderingFormat> renderings() {
        return format.renderings();
    }

    void show(MessageOrBuilder answer, List<Rendering> renderings, Consumer<Sheet> view) {
        PrintWriter out = command.commandLine().getOut();
        switch (format) {
            case TABLE -> view.accept(Screen.sheet(command));
            case JSON -> out.println(Documents.json(answer));
            case YAML -> out.print("---\n" + Documents.yaml(answer));
            case SKYPILOT, KUEUE -> renderings.forEach(rendering -> out.print(RenderingText.of(rendering)));
        }
        out.flush();
    }
}
