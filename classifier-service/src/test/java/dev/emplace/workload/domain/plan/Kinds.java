package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import java.util.List;

/** Accelerators of a small world, as their makers specify them. */
final class Kinds {
    static final AcceleratorFacts H100 = card("nvidia-h100-sxm-80gb", "H100 SXM", 80, 3_350, 989, 700, "H100");
    static final AcceleratorFacts B200 = card("nvidia-b200-sxm-180gb", "B200 SXM", 180, 7_700, 2_250, 1_000, "B200");
    static final AcceleratorFacts A100 = card("nvidia-a100-sxm-80gb", "A100 SXM", 80, 2_039, 312, 400, "A100");
    static final AcceleratorFacts L4 = card("nvidia-l4-24gb", "L4", 24, 300, 121, 72, "L4");
    static final AcceleratorFacts T4 = card("nvidia-t4-16gb", "T4", 16, 300, 0, 70, "T4");
    static final AcceleratorFacts ORIN = new AcceleratorFacts(
            "accelerators/nvidia-jetson-agx-orin-64gb",
            "Jetson AGX Orin",
            true,
            64L << 30,
            204_800_000_000L,
            42_500_000_000_000L,
            60,
            List.of("Orin"));
    static final List<AcceleratorFacts> ALL = List.of(ORIN, H100, B200, A100, L4, T4);

    private Kinds() {}

    private static AcceleratorFacts card(
            String id, String name, long gib, long gigabytesPerSecond, long teraflops, int watts, String alias) {
        return new AcceleratorFacts(
                "accelerators/" + id,
                name,
                false,
                gib << 30,
                gigabytesPerSecond * 1_000_000_000L,
                teraflops * 1_000_000_000_000L,
                watts,
                List.of(alias));
    }
}
