package dev.emplace.workload.domain.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an option, a variable or a field is about, by its name. */
enum Option {
    CONTEXT(
            "max-model-len",
            "context-length",
            "max-seq-len",
            "max-total-tokens",
            "max-context-length",
            "ctx-size",
            "num-ctx"),
    CONCURRENCY("max-num-seqs", "max-running-requests", "max-batch-size", "max-concurrent-requests", "max-concurrency"),
    PRECISION("quantization", "quantize", "dtype", "load-format"),
    ACCELERATOR(
            "gke-accelerator",
            "gke-tpu-accelerator",
            "gpu.product",
            "accelerator",
            "gpu-type",
            "gpu-class",
            "gpu.deploy.model"),
    INSTANCE("instance-type"),
    TOPOLOGY("gke-tpu-topology"),
    OBJECTIVE(
            "latency-target",
            "target-latency",
            "latency-slo",
            "slo-latency",
            "latency-objective",
            "latency-budget",
            "max-latency",
            "p99-latency",
            "p99-latency-slo",
            "slo-p99-latency",
            "latency-p99"),
    FIRST_TOKEN("ttft", "slo-ttft", "ttft-slo", "ttft-target", "target-ttft", "max-ttft"),
    SPOT("use-spot", "capacity-type", "capacitytype", "scalesetpriority", "provisioning-model");

    private static final Map<String, Option> BY_NAME = byName();

    private final String names;

    Option(String... names) {
        this.names = String.join(" ", names);
    }

    /** The option of a name, whatever its prefix, its case, its separators and the unit at its end. */
    static Optional<Option> of(String written) {
        if (written.length() < 3 || written.length() > 64) {
            return Optional.empty();
        }
        String name = written.substring(written.lastIndexOf('/') + 1);
        return Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    /** Letters and digits alone, without a unit of time at the end. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                plain.append(Character.toLowerCase(name.charAt(i)));
            }
        }
        String text = plain.toString();
        boolean unit = text.endsWith("ms") && text.length() > 4;
        return unit ? text.substring(0, text.length() - 2) : text;
    }

    private static Map<String, Option> byName() {
        Map<String, Option> options = new HashMap<>();
        for (Option option : values()) {
            List.of(option.names.split(" ")).forEach(name -> options.put(plain(name), option));
        }
        return options;
    }
}
