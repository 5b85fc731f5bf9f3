package dev.emplace.bench.power.reserve;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.ApplyTopologyRequest;
import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.GetCapacityRequest;
import dev.emplace.api.power.v1.GetCapacityResponse;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.RackLoad;
import dev.emplace.api.power.v1.SiteServiceGrpc;
import dev.emplace.bench.power.site.SiteRecords;
import dev.emplace.bench.power.site.SyntheticSite;
import dev.emplace.bench.stack.ServerProcess;
import dev.emplace.client.ServiceConnection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One site of 1,000 racks that everybody reserves at, and what it says of itself meanwhile. */
final class HotSite implements AutoCloseable {
    static final String METHOD = "emplace.power.v1.ReservationService/CreateReservation";

    private static final String SITE = "sites/hot";
    private static final int ROWS = 20;
    private static final int WATTS = 10;
    private static final int RACKS_PER_ROW = 50;

    private final ServiceConnection connection;

    HotSite(ServerProcess service) {
        connection = ServiceConnection.inTheClear(service.address());
        connection
                .stub(SiteServiceGrpc::newBlockingStub)
                .applyTopology(ApplyTopologyRequest.newBuilder()
                        .setSite(SITE)
                        .setTopology(SiteRecords.message(SyntheticSite.of(ROWS, RACKS_PER_ROW)))
                        .setRequestId(UUID.randomUUID().toString())
                        .build());
    }

    /** Requests of a rack each, every one with an id of its own. */
    static List<byte[]> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CreateReservationRequest.newBuilder()
                        .setParent(SITE)
                        .setDemand(Demand.newBuilder()
                                .setRackLoad(RackLoad.newBuilder()
                                        .setRackGroup("row-" + i % ROWS)
                                        .setRackCount(1)
                                        .setWattsPerRack(WATTS)))
                        .setTtl(Duration.newBuilder().setSeconds(3_600))
                        .setHolder("bench")
                        .setRequestId(UUID.randomUUID().toString())
                        .build()
                        .toByteArray())
                .toList();
    }

    /**
     * Looks at every node and unit.
     *
     * @throws IllegalStateException where one is beyond its limit in any failure
     */
    void checkLimits() {
        GetCapacityResponse found = connection
                .stub(CapacityServiceGrpc::newBlockingStub)
                .getCapacity(GetCapacityRequest.newBuilder()
                        .setSite(SITE)
                        .setPageSize(1_000)
                        .build());
        found.getNodesList().stream().filter(node -> node.getFreeWatts() < 0).forEach(node -> {
            throw new IllegalStateException("overloaded: " + node);
        });
    }

    /** Watts that the site says it holds, over those of one reservation. */
    long held() {
        long watts = connection
                .stub(SiteServiceGrpc::newBlockingStub)
                .getSite(GetSiteRequest.newBuilder().setName(SITE).build())
                .getSite()
                .getCapacity()
                .getReservedWatts();
        return watts / WATTS;
    }

    @Override
    public void close() {
        connection.close();
    }
}
