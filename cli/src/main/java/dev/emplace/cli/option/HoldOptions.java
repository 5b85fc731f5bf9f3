package dev.emplace.cli.option;

import com.google.protobuf.Duration;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.ReservePlacementRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a plan's power is held, and how. */
public final class HoldOptions {

    @Option(
            names = "--reserve",
            description = "hold the power of the best place, if that is a site of your own; then: emplace confirm")
    private boolean reserve;

    @Option(
            names = "--ttl",
            converter = Span.class,
            paramLabel = "TIME",
            description = "with --reserve: how long it may stay unconfirmed, 1s to 1h (default: 60s)")
    private @Nullable Duration ttl;

    @Option(
            names = "--holder",
            paramLabel = "TEXT",
            defaultValue = "${sys:user.name}",
            description = "with --reserve: who holds it, and for what (default: ${DEFAULT-VALUE})")
    private String holder = "";

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    public boolean reserve() {
        return reserve;
    }

    /** The same for the same workload of the same command, so that all of it may be repeated. */
    public ReservePlacementRequest request(String workload, PlanPlacementRequest plan) {
        ReservePlacementRequest.Builder wanted = ReservePlacementRequest.newBuilder()
                .setRequest(plan)
                .setHolder(holder)
                .setRequestId(id(workload));
        if (ttl != null) {
            wanted.setTtl(ttl);
        }
        return wanted.build();
    }

    private String id(String workload) {
        return UUID.nameUUIDFromBytes((request.id() + " " + workload).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
