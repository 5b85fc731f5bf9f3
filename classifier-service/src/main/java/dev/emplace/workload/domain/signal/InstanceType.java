package dev.emplace.workload.domain.signal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Accelerators that a cloud's instance type brings with it, from the clouds' documentation as of November 2026. */
public record InstanceType(String accelerator, int count) {
    private static final Map<String, InstanceType> KNOWN = Map.ofEntries(
            is("p3.2xlarge", "V100", 1),
            is("p3.8xlarge", "V100", 4),
            is("p3.16xlarge", "V100", 8),
            is("p4d.24xlarge", "A100", 8),
            is("p4de.24xlarge", "A100-80GB", 8),
            is("p5.4xlarge", "H100", 1),
            is("p5.48xlarge", "H100", 8),
            is("p5e.48xlarge", "H200", 8),
            is("p5en.48xlarge", "H200", 8),
            is("p6-b200.48xlarge", "B200", 8),
            is("g4dn.xlarge", "T4", 1),
            is("g4dn.12xlarge", "T4", 4),
            is("g5.xlarge", "A10G", 1),
            is("g5.2xlarge", "A10G", 1),
            is("g5.12xlarge", "A10G", 4),
            is("g5.48xlarge", "A10G", 8),
            is("g6.xlarge", "L4", 1),
            is("g6.2xlarge", "L4", 1),
            is("g6.12xlarge", "L4", 4),
            is("g6.48xlarge", "L4", 8),
            is("g6e.xlarge", "L40S", 1),
            is("g6e.12xlarge", "L40S", 4),
            is("g6e.48xlarge", "L40S", 8),
            is("a2-highgpu-1g", "A100", 1),
            is("a2-highgpu-8g", "A100", 8),
            is("a2-ultragpu-1g", "A100-80GB", 1),
            is("a2-ultragpu-8g", "A100-80GB", 8),
            is("a3-highgpu-1g", "H100", 1),
            is("a3-highgpu-8g", "H100", 8),
            is("a3-megagpu-8g", "H100", 8),
            is("a3-ultragpu-8g", "H200", 8),
            is("a4-highgpu-8g", "B200", 8),
            is("g2-standard-4", "L4", 1),
            is("g2-standard-8", "L4", 1),
            is("g2-standard-48", "L4", 4),
            is("g2-standard-96", "L4", 8),
            is("standard_nc4as_t4_v3", "T4", 1),
            is("standard_nc64as_t4_v3", "T4", 4),
            is("standard_nc6s_v3", "V100", 1),
            is("standard_nc12s_v3", "V100", 2),
            is("standard_nc24s_v3", "V100", 4),
            is("standard_nc24ads_a100_v4", "A100-80GB", 1),
            is("standard_nc48ads_a100_v4", "A100-80GB", 2),
            is("standard_nc96ads_a100_v4", "A100-80GB", 4),
            is("standard_nc40ads_h100_v5", "H100", 1),
            is("standard_nc80adis_h100_v5", "H100", 2),
            is("standard_nd96asr_v4", "A100", 8),
            is("standard_nd96amsr_a100_v4", "A100-80GB", 8),
            is("standard_nd96isr_h100_v5", "H100", 8),
            is("standard_nd96isr_h200_v5", "H200", 8),
            is("standard_nv36ads_a10_v5", "A10", 1),
            is("standard_nv72ads_a10_v5", "A10", 2));

    private static Map.Entry<String, InstanceType> is(String name, String accelerator, int count) {
        return Map.entry(name, new InstanceType(accelerator, count));
    }

    public static Optional<InstanceType> of(String name) {
        return Optional.ofNullable(KNOWN.get(name.toLowerCase(Locale.ROOT)));
    }
}
