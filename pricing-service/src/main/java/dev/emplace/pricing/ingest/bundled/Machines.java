package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.Fabric;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Interconnect;
import java.util.Map;
import java.util.Optional;

/** Reads instances. */
final class Machines {

    private static final long GIB = 1L << 30;
    private static final long GB = 1_000_000_000L;

    private Machines() {}

    static Instance instance(String name, Entry entry, Map<String, Accelerator> accelerators) {
        entry.allowing("accelerator", "count", "vcpus", "memory_gib", "disk_gb", "fabric", "fabric_gbps");
        return entry.build(() -> new Instance(
                name,
                Optional.of(entry.lookup("accelerator", accelerators)),
                entry.decimal("count"),
                entry.optionalInteger("vcpus"),
                entry.optionalScaled("memory_gib", GIB),
                entry.optionalScaled("disk_gb", GB),
                entry.has("fabric")
                        ? Optional.of(new Interconnect(
                                entry.constant("fabric", Fabric.class), entry.optionalInteger("fabric_gbps")))
                        : Optional.empty()));
    }
}
