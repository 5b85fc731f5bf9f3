package dev.emplace.cli.seed;

import dev.emplace.api.power.v1.ApplyTopologyRequest;
import dev.emplace.api.power.v1.SiteServiceGrpc;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.cli.output.Documents;
import io.grpc.Channel;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The sites that come with Emplace, applied to a power-service. */
public final class SiteFiles {

    /** Site ids; each has a topology in YAML beside this class's resources. */
    public static final List<String> SITES =
            List.of("abilene-campus", "ashburn-colo", "berlin-room", "frankfurt-liquid", "munich-edge");

    private static final int DEADLINE_SECONDS = 30;

    private SiteFiles() {}

    /** Applies every site. A site that is there already and equal stays as it is. */
    public static void apply(Channel powerService) {
        SITES.forEach(site -> apply(powerService, site));
    }

    private static void apply(Channel powerService, String site) {
        SiteServiceGrpc.newBlockingStub(powerService)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .applyTopology(ApplyTopologyRequest.newBuilder()
                        .setSite("sites/" + site)
                        .setTopology(topology(site))
                        .setRequestId(UUID.randomUUID().toString())
                        .build());
    }

    static Topology topology(String site) {
        Topology.Builder topology = Topology.newBuilder();
        String file = "sites/" + site + ".yaml";
        Documents.readYaml(Bundled.text(file), file, topology);
        return topology.build();
    }
}
