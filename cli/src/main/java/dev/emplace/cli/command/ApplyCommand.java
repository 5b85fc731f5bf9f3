package dev.emplace.cli.command;

import dev.emplace.api.power.v1.ApplyTopologyRequest;
import dev.emplace.api.power.v1.ApplyTopologyResponse;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.cli.option.InputFile;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.output.Documents;
import dev.emplace.cli.output.TopologyChangesView;
import dev.emplace.cli.remote.Connection;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a site as a file says. */
@Command(
        name = "apply",
        description = {
            "Make a site as a file says, and show what changes: a topology in YAML, in protobuf's JSON mapping.",
            "emplace apply our-hall site.yaml --dry-run"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ApplyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SITE", converter = SiteName.class, description = "the site, new or known")
    private String site = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "its whole topology; - reads the standard input")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "say what would change, and change nothing")
    private boolean dryRun;

    @Option(names = "--etag", paramLabel = "ETAG", description = "change the site only if it still has this one")
    private String etag = "";

    @Option(
            names = "--force",
            paramLabel = "REASON",
            description = "apply it even where reservations no longer fit, and keep the reason")
    private String reason = "";

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        Topology.Builder topology = Topology.newBuilder();
        Documents.readYaml(InputFile.text(file), file.toString(), topology);
        try (Connection connection = server.connect()) {
            ApplyTopologyResponse response = connection
                    .sites()
                    .applyTopology(ApplyTopologyRequest.newBuilder()
                            .setSite(site)
                            .setTopology(topology)
                            .setEtag(etag)
                            .setValidateOnly(dryRun)
                            .setForceReason(reason)
                            .setRequestId(request.id())
                            .build());
            screen.show(response, sheet -> TopologyChangesView.show(response, dryRun, sheet));
        }
        return ExitCode.DONE.number();
    }
}
