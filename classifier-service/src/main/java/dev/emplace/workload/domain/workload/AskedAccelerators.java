package dev.emplace.workload.domain.workload;

import java.util.Optional;

/**
 * Accelerators that a workload asks for today.
 *
 * @param kind by any name or alias; "" is unknown
 * @param vendor the maker that the software is built for, such as nvidia; "" is unknown
 * @param perReplica how many one replica or worker has
 * @param nodes machines of one replica or job
 */
public record AskedAccelerators(String kind, String vendor, Optional<Integer> perReplica, Optional<Integer> nodes) {
    public static final AskedAccelerators UNKNOWN = new AskedAccelerators("", "", Optional.empty(), Optional.empty());

    /**
     * Accelerators of the whole job; 0 is unknown.
     *
     * @param replicas copies of a worker, where the machines of a job are not stated
     */
    public int inAll(Optional<Integer> replicas) {
        int times = Math.max(1, nodes.or(() -> replicas).orElse(1));
        return (int) Math.min((long) perReplica.orElse(0) * times, Integer.MAX_VALUE / 2);
    }

    AskedAccelerators overriddenBy(AskedAccelerators stated) {
        return new AskedAccelerators(
                Known.first(stated.kind, kind),
                Known.first(stated.vendor, vendor),
                Known.first(stated.perReplica, perReplica),
                Known.first(stated.nodes, nodes));
    }
}
