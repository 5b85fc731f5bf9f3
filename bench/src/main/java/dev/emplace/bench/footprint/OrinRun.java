package dev.emplace.bench.footprint;

import static java.util.Objects.requireNonNull;

import dev.emplace.bench.data.Csv;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The 99th percentile of one benchmark, one query at a time, on a device at full power.
 *
 * @param model as the policy calls it
 */
record OrinRun(String model, AcceleratorFacts device, double millis) {
    static final AcceleratorFacts AGX = device("nvidia-jetson-agx-orin-64gb", 64, 204.8, 42.5);
    static final AcceleratorFacts NX = device("nvidia-jetson-orin-nx-16gb", 16, 102.4, 15);

    private static final Map<String, AcceleratorFacts> SYSTEMS = Map.of("Orin_TRT", AGX, "Orin_NX_TRT", NX);

    /** The stricter variants of bert and 3d-unet repeat the same runs. */
    private static final Map<String, String> MODELS = Map.of(
            "resnet50", "resnet50",
            "retinanet", "retinanet",
            "bert-99", "bert-large",
            "3d-unet-99", "3d-unet",
            "gptj-99", "gpt-j-6b");

    private static AcceleratorFacts device(String id, long gib, double gigabytes, double teraflops) {
        return new AcceleratorFacts(
                "accelerators/" + id,
                id,
                true,
                gib << 30,
                Math.round(gigabytes * 1e9),
                Math.round(teraflops * 1e12),
                60,
                List.of());
    }

    static List<OrinRun> read(Path file) {
        return Csv.read(file).rows().stream()
                .filter(row -> SYSTEMS.containsKey(row.text("system")) && MODELS.containsKey(row.text("benchmark")))
                .filter(row -> row.text("metric").startsWith("99.00 percentile"))
                .map(row -> new OrinRun(
                        requireNonNull(MODELS.get(row.text("benchmark"))),
                        requireNonNull(SYSTEMS.get(row.text("system"))),
                        row.number("ns") / 1e6))
                .toList();
    }
}
