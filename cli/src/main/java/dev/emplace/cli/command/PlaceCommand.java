package dev.emplace.cli.command;

import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.cli.output.Documents;
import dev.emplace.cli.output.PlanView;
import dev.emplace.cli.remote.Connection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a manifest should run. */
@Command(
        name = "place",
        description = "Say where a manifest should run, what that costs and why, and what was rejected.",
        mixinStandardHelpOptions = true)
public final class PlaceCommand implements Callable<Integer> {

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private FormatOption output = new FormatOption();

    @Mixin
    private WorkloadOptions facts = new WorkloadOptions();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "10",
            description = "the most placements to answer, 1 to 100 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "manifests in YAML or JSON")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            return EachFile.run(
                    files, spec, file -> print(connection.placement().planPlacement(request(file))));
        }
    }

    private PlanPlacementRequest request(Path file) {
        return PlanPlacementRequest.newBuilder()
                .setManifest(ManifestFile.read(file))
                .setOverrides(facts.toWorkload())
                .setMaximumPlacements(limit)
                .build();
    }

    private void print(PlanPlacementResponse response) {
        PrintWriter out = spec.commandLine().getOut();
        switch (output.format()) {
            case TABLE -> new PlanView(Terminal.width(), out).print(response.getPlan());
            case JSON -> out.println(Documents.json(response));
            case YAML -> out.print("---\n" + Documents.yaml(response));
        }
        out.flush();
    }
}
