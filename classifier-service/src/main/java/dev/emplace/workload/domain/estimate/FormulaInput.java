package dev.emplace.workload.domain.estimate;

import java.util.Arrays;
import java.util.Optional;

/** A number of the policy that a caller may replace in an estimate, and between which bounds. */
public enum FormulaInput {
    WEIGHT_OVERHEAD("footprint.weight_overhead", 0, 10),
    RUNTIME_FACTOR("footprint.runtime_factor", 1, 10),
    RUNTIME_GIB("footprint.runtime_gib", 0, 1e4),
    USABLE_SHARE("footprint.usable_share", 0.01, 1),
    TRAINING_USABLE_SHARE("footprint.training_usable_share", 0.01, 1),
    ACCELERATORS_PER_NODE("footprint.accelerators_per_node", 1, 1_024),
    MOST_ACCELERATORS("footprint.most_accelerators_per_replica", 1, 100_000),
    OPTIMIZER_BYTES("footprint.optimizer_bytes_per_parameter", 16, 64),
    ADAPTER_SHARE("footprint.adapter_share", 0, 1),
    QUANTIZED_FROZEN_BYTES("footprint.quantized_frozen_bytes", 0.01, 4),
    TRAINING_BATCH("footprint.training_batch", 1, 1e6),
    TRAINING_SEQUENCE("footprint.training_sequence_tokens", 1, 1e8),
    ZERO_STAGE("footprint.training_zero_stage", 0, 3),
    RECOMPUTE("footprint.training_recompute", 0, 1),
    PRECISION_FACTOR("latency.precision_factor", 1, 64),
    PASS_EFFICIENCY("latency.pass_efficiency", 0.001, 1),
    PASS_OVERHEAD("latency.pass_overhead_ms", 0, 1e6),
    SCALED_ERROR("latency.scaled_error", 1, 100),
    LAYER_MILLIS("latency.layer_ms", 0, 1e3),
    STEP_ERROR("latency.step_error", 0, 100),
    WIDENED("latency.widened", 1, 1e3),
    PREFILL_USE("latency.prefill_use", 0.001, 1),
    TRAINING_USE("latency.training_use", 0.001, 1),
    TRAINING_USE_LOW("latency.training_use_low", 0.001, 1),
    TRAINING_USE_HIGH("latency.training_use_high", 0.001, 1);

    private final String key;
    private final double low;
    private final double high;

    FormulaInput(String key, double low, double high) {
        this.key = key;
        this.low = low;
        this.high = high;
    }

    /** Its name in the policy. */
    public String key() {
        return key;
    }

    public static Optional<FormulaInput> named(String key) {
        return Arrays.stream(values()).filter(input -> input.key.equals(key)).findFirst();
    }

    public static String names() {
        return String.join(", ", Arrays.stream(values()).map(input -> input.key).toList());
    }

    /** Whether a value lies within the bounds; NaN does not. */
    public boolean takes(double value) {
        return low <= value && value <= high;
    }

    /** "from 0 to 1". */
    public String bounds() {
        return "from " + low + " to " + high;
    }
}
