package dev.emplace.pricing.domain.accelerators;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One model of accelerator, as its vendor specifies it.
 *
 * @param id canonical, such as {@code nvidia-h100-sxm-80gb}
 * @param memoryBytes capacity of one package
 * @param memoryBandwidth bytes per second
 * @param denseBf16Flops FLOP/s without sparsity; absent where the vendor states none
 * @param denseFp8Flops FLOP/s without sparsity; absent where the hardware has no FP8
 * @param interconnectBandwidth bytes per second to its neighbours in the node, one direction
 * @param tdpWatts thermal design power of one package, at its highest mode; absent where the vendor states none
 * @param source the document that states the figures
 */
public record Accelerator(
        String id,
        String displayName,
        Vendor vendor,
        AcceleratorKind kind,
        FormFactor formFactor,
        long memoryBytes,
        long memoryBandwidth,
        OptionalLong denseBf16Flops,
        OptionalLong denseFp8Flops,
        OptionalLong interconnectBandwidth,
        OptionalInt tdpWatts,
        String source) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Accelerator {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("accelerator id '" + id + "' is not lower-case words joined by hyphens");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("accelerator '" + id + "' needs a source of its figures");
        }
        requirePositive("memory_bytes", memoryBytes);
        requirePositive("memory_bandwidth", memoryBandwidth);
        tdpWatts.ifPresent(watts -> requirePositive("tdp_watts", watts));
        denseBf16Flops.ifPresent(flops -> requirePositive("dense_bf16_flops", flops));
        denseFp8Flops.ifPresent(flops -> requirePositive("dense_fp8_flops", flops));
        interconnectBandwidth.ifPresent(bandwidth -> requirePositive("interconnect_bandwidth", bandwidth));
    }

    private static void requirePositive(String field, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be positive");
        }
    }
}
