package dev.emplace.cli.option;

import dev.emplace.api.workload.v1.AcceleratorRequest;
import dev.emplace.api.workload.v1.Workload;
import picocli.CommandLine.Option;

/** The accelerators that a workload asks for today. */
final class AcceleratorOptions {

    private final AcceleratorRequest.Builder stated = AcceleratorRequest.newBuilder();

    @Option(names = "--accelerator", paramLabel = "NAME", description = "the kind that it asks for today: H100-SXM")
    void accelerator(String name) {
        stated.setAccelerator(name);
    }

    @Option(
            names = "--accelerators-per-replica",
            paramLabel = "N",
            description = "how many one replica or worker has today")
    void perReplica(int count) {
        stated.setAcceleratorsPerReplica(count);
    }

    @Option(names = "--nodes", paramLabel = "N", description = "over how many machines one replica or job is spread")
    void nodes(int count) {
        stated.setNodeCount(count);
    }

    @Option(names = "--vendor", paramLabel = "MAKER", description = "the maker that its software is built for: nvidia")
    void vendor(String maker) {
        stated.setVendor(maker);
    }

    void addTo(Workload.Builder facts) {
        AcceleratorRequest request = stated.build();
        if (!request.equals(AcceleratorRequest.getDefaultInstance())) {
            facts.mergeAccelerators(request);
        }
    }
}
