package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.Accelerator;
import dev.emplace.api.pricing.v1.AcceleratorKind;
import dev.emplace.api.pricing.v1.FormFactor;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import java.util.Locale;

/** Accelerators as the contract shows them. */
final class AcceleratorMessages {

    private AcceleratorMessages() {}

    static Accelerator message(AliasTable table, dev.emplace.pricing.domain.accelerators.Accelerator accelerator) {
        return Accelerator.newBuilder()
                .setName(AcceleratorNames.of(accelerator))
                .setDisplayName(accelerator.displayName())
                .setVendor(accelerator.vendor().name().toLowerCase(Locale.ROOT))
                .setKind(kind(accelerator.kind()))
                .setFormFactor(formFactor(accelerator.formFactor()))
                .setMemoryBytes(accelerator.memoryBytes())
                .setMemoryBandwidthBytesPerSecond(accelerator.memoryBandwidth())
                .setBf16Flops(accelerator.denseBf16Flops().orElse(0))
                .setFp8Flops(accelerator.denseFp8Flops().orElse(0))
                .setInterconnectBytesPerSecond(
                        accelerator.interconnectBandwidth().orElse(0))
                .setTdpWatts(accelerator.tdpWatts().orElse(0))
                .addAllAliases(table.namesOf(accelerator))
                .setSource(accelerator.source())
                .build();
    }

    private static AcceleratorKind kind(dev.emplace.pricing.domain.accelerators.AcceleratorKind kind) {
        return switch (kind) {
            case GPU -> AcceleratorKind.ACCELERATOR_KIND_GPU;
            case AI_PROCESSOR -> AcceleratorKind.ACCELERATOR_KIND_AI_PROCESSOR;
            case FPGA -> AcceleratorKind.ACCELERATOR_KIND_FPGA;
            case VIDEO -> AcceleratorKind.ACCELERATOR_KIND_VIDEO;
        };
    }

    private static FormFactor formFactor(dev.emplace.pricing.domain.accelerators.FormFactor formFactor) {
        return switch (formFactor) {
            case SXM -> FormFactor.FORM_FACTOR_SXM;
            case PCIE -> FormFactor.FORM_FACTOR_PCIE;
            case NVL -> FormFactor.FORM_FACTOR_NVL;
            case OAM -> FormFactor.FORM_FACTOR_OAM;
            case SUPERCHIP -> FormFactor.FORM_FACTOR_SUPERCHIP;
            case POD_SLICE -> FormFactor.FORM_FACTOR_POD_SLICE;
            case SOC -> FormFactor.FORM_FACTOR_SOC;
        };
    }
}
