package dev.emplace.bench.power.site;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.emplace.power.domain.reservation.Site;
import dev.emplace.power.domain.reservation.Token;
import dev.emplace.power.domain.topology.Topology;
import dev.emplace.power.grpc.ContractFormat;
import java.time.Instant;

/** Topologies as the service's own format writes them. */
public final class SiteRecords {

    private SiteRecords() {}

    public static dev.emplace.api.power.v1.Topology message(Topology topology) {
        Site site = new Site("any", topology, new Token(1, 1), Instant.EPOCH, Instant.EPOCH);
        try {
            return dev.emplace.api.power.v1.Site.parseFrom(new ContractFormat().write(site))
                    .getTopology();
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("the service's own record cannot be read", impossible);
        }
    }
}
