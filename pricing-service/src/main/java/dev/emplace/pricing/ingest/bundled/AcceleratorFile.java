package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AcceleratorKind;
import dev.emplace.pricing.domain.accelerators.FormFactor;
import dev.emplace.pricing.domain.accelerators.Vendor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of accelerators: a list, each with its figures and its other names; a GPU where it says no other kind. */
final class AcceleratorFile {

    private static final long MIB = 1L << 20;
    private static final long GIGA = 1_000_000_000L;
    private static final long TERA = 1_000_000_000_000L;

    private final Map<String, Accelerator> accelerators = new LinkedHashMap<>();
    private final Map<Accelerator, List<String>> aliases = new LinkedHashMap<>();

    AcceleratorFile(YamlFile file) {
        file.entries().forEach(this::add);
    }

    Map<String, Accelerator> accelerators() {
        return accelerators;
    }

    Map<Accelerator, List<String>> aliases() {
        return aliases;
    }

    private void add(Entry entry) {
        entry.allowing(
                "id",
                "name",
                "vendor",
                "kind",
                "form_factor",
                "memory_mib",
                "memory_bandwidth_gb_per_s",
                "bf16_tflops",
                "fp8_tflops",
                "interconnect_gb_per_s",
                "tdp_watts",
                "source",
                "aliases");
        var accelerator = entry.build(() -> accelerator(entry));
        if (accelerators.put(accelerator.id(), accelerator) != null) {
            throw entry.error("the accelerator '" + accelerator.id() + "' stands here twice");
        }
        aliases.put(accelerator, entry.texts("aliases"));
    }

    private static Accelerator accelerator(Entry entry) {
        return new Accelerator(
                entry.text("id"),
                entry.text("name"),
                entry.constant("vendor", Vendor.class),
                entry.has("kind") ? entry.constant("kind", AcceleratorKind.class) : AcceleratorKind.GPU,
                entry.constant("form_factor", FormFactor.class),
                entry.scaled("memory_mib", MIB),
                entry.scaled("memory_bandwidth_gb_per_s", GIGA),
                entry.optionalScaled("bf16_tflops", TERA),
                entry.optionalScaled("fp8_tflops", TERA),
                entry.optionalScaled("interconnect_gb_per_s", GIGA),
                entry.optionalInteger("tdp_watts"),
                entry.text("source"));
    }
}
