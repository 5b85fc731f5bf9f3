package dev.emplace.workload.clients;

import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.List;

/**
 * Another service that this one asks.
 *
 * @param service its name, such as {@code power-service}
 * @param address any name that gRPC resolves
 * @param timeout longest wait for one answer, repeated attempts included
 * @param reads the methods that are asked and change nothing, so that they may be asked again
 */
public record Dependency(String service, String address, Duration timeout, List<MethodDescriptor<?, ?>> reads) {

    public Dependency {
        reads = List.copyOf(reads);
    }
}
