package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.Assumption;
import dev.emplace.api.workload.v1.BytesInterval;
import dev.emplace.api.workload.v1.Footprint;
import dev.emplace.api.workload.v1.FootprintPart;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Interval;

/** Tells a footprint as the contract's message. */
final class FootprintMessages {
    private FootprintMessages() {}

    static Footprint of(dev.emplace.workload.domain.footprint.Footprint footprint) {
        Footprint.Builder message = Footprint.newBuilder()
                .setAccelerator(footprint.accelerator().name())
                .setMemory(of(footprint.memory()))
                .setAcceleratorsPerReplica(footprint.perReplica())
                .setReplicaCount(footprint.replicas())
                .setAcceleratorCount(footprint.accelerators())
                .setNodeCount(footprint.nodes());
        footprint
                .parts()
                .forEach(part -> message.addParts(FootprintPart.newBuilder()
                        .setDescription(part.description())
                        .setSize(of(part.size()))
                        .setFormula(part.formula())
                        .setOverriddenBy(part.overriddenBy())));
        return message.build();
    }

    static Assumption of(Assumed assumed) {
        return Assumption.newBuilder()
                .setField(assumed.field())
                .setValue(assumed.value())
                .setReason(assumed.reason())
                .build();
    }

    private static BytesInterval of(Interval interval) {
        return BytesInterval.newBuilder()
                .setExpectedBytes(interval.expected())
                .setLowBytes(interval.low())
                .setHighBytes(interval.high())
                .build();
    }
}
