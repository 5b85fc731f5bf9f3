package dev.emplace.bench.footprint;

import static java.util.Objects.requireNonNull;

import dev.emplace.bench.data.Csv;
import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.workload.ModelFacts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One measured run of a model that chats.
 *
 * @param batch requests at once, as configured
 * @param requests the same, as measured on average
 * @param millis median time between tokens
 */
record DecodeRun(
        String model,
        ModelShape shape,
        AcceleratorFacts accelerator,
        int accelerators,
        int batch,
        int requests,
        double millis) {
    private static final Map<String, String> SYSTEMS = Map.of("H100", "h100_sxm.yaml", "B200", "b200_sxm.yaml");
    private static final Map<String, Integer> BITS = Map.of("bfloat16", 16, "fp8", 8, "mxfp4", 4);

    /** Runs of the chat task, of transformers whose shape the policy knows. */
    static List<DecodeRun> read(Path file, Path systems) {
        ModelTable table = new ModelTable(ShippedPolicy.read().models());
        Map<String, AcceleratorFacts> kinds = new HashMap<>();
        SYSTEMS.forEach((gpu, system) -> kinds.put(gpu, facts(gpu, systems.resolve(system))));
        return Csv.read(file).rows().stream()
                .filter(row -> row.text("task").equals("lm-arena-chat"))
                .filter(row -> !row.text("arch").contains("Hybrid"))
                .flatMap(row -> run(row, table, kinds).stream())
                .toList();
    }

    private static Optional<DecodeRun> run(Csv.Line row, ModelTable table, Map<String, AcceleratorFacts> kinds) {
        int bits = BITS.getOrDefault(row.text("precision"), 16);
        return ModelShape.of(ModelFacts.named(row.text("model")).withWeightBits(bits), table)
                .filter(shape -> shape.assumptions().isEmpty())
                .map(shape -> new DecodeRun(
                        row.text("model"),
                        shape,
                        requireNonNull(kinds.get(row.text("gpu"))),
                        row.count("num_gpus"),
                        row.count("batch"),
                        (int) Math.round(row.number("avg_batch")),
                        row.number("median_itl_ms")));
    }

    private static AcceleratorFacts facts(String name, Path system) {
        try (Reader text = Files.newBufferedReader(system)) {
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Map<?, ?> gpu = (Map<?, ?>) requireNonNull(read.get("gpu"));
            return new AcceleratorFacts(
                    name,
                    name,
                    false,
                    number(gpu, "mem_capacity"),
                    number(gpu, "mem_bw"),
                    number(gpu, "bfloat16_tc_flops"),
                    0,
                    List.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(system + " cannot be read", unreadable);
        }
    }

    private static long number(Map<?, ?> gpu, String key) {
        if (gpu.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no number " + key + " among " + gpu.keySet());
    }

    String name() {
        return model + " x" + accelerators + " " + accelerator.name() + " batch " + batch;
    }

    /** Weights over bandwidth, as the fit of two numbers takes it, in milliseconds. */
    double weightsMillis() {
        return shape.touchedBytes(requests) / ((double) accelerators * accelerator.bandwidth()) * 1e3;
    }
}
