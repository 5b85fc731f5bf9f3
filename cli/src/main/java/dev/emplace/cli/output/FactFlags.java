package dev.emplace.cli.output;

import java.util.Map;

/** The flag that states each fact of a workload, so that an answer can say how to replace what it took for granted. */
public final class FactFlags {

    /** Paths of fields of {@code Workload}, in the names of the contract. */
    public static final Map<String, String> OF_FIELDS = Map.ofEntries(
            Map.entry("display_name", "--display-name"),
            Map.entry("activity", "--activity"),
            Map.entry("model.name", "--model"),
            Map.entry("model.parameter_count", "--parameters"),
            Map.entry("model.weight_bits", "--weight-bits"),
            Map.entry("model.layer_count", "--layers"),
            Map.entry("model.hidden_size", "--hidden-size"),
            Map.entry("model.attention_head_count", "--attention-heads"),
            Map.entry("model.key_value_head_count", "--key-value-heads"),
            Map.entry("model.active_parameter_count", "--active-parameters"),
            Map.entry("model.expert_count", "--experts"),
            Map.entry("model.active_expert_count", "--active-experts"),
            Map.entry("model.head_dim", "--head-dim"),
            Map.entry("model.latent_size", "--latent-size"),
            Map.entry("model.window_tokens", "--window-tokens"),
            Map.entry("model.windowed_layer_count", "--windowed-layers"),
            Map.entry("model.cache_bits", "--cache-bits"),
            Map.entry("accelerators.accelerator", "--accelerator"),
            Map.entry("accelerators.accelerators_per_replica", "--accelerators-per-replica"),
            Map.entry("accelerators.node_count", "--nodes"),
            Map.entry("accelerators.vendor", "--vendor"),
            Map.entry("replica_count", "--replicas"),
            Map.entry("latency_objective", "--latency"),
            Map.entry("compute_latency", "--compute-latency"),
            Map.entry("recurring", "--recurring"),
            Map.entry("pretrained", "--pretrained"),
            Map.entry("restartable", "--restartable"),
            Map.entry("runs_on_device", "--runs-on-device"),
            Map.entry("must_work_offline", "--must-work-offline"),
            Map.entry("data_may_not_leave", "--data-may-not-leave"),
            Map.entry("needs_frequent_updates", "--needs-frequent-updates"),
            Map.entry("jurisdictions", "--jurisdiction"),
            Map.entry("users_location", "--users-at"),
            Map.entry("utilization_percent", "--utilization"),
            Map.entry("duration", "--duration"),
            Map.entry("hourly_input_bytes", "--input-per-hour"),
            Map.entry("monthly_egress_bytes", "--egress-per-month"),
            Map.entry("concurrent_requests", "--concurrent-requests"),
            Map.entry("context_tokens", "--context-tokens"),
            Map.entry("model.pass_flops", "--pass-flops"),
            Map.entry("prompt_tokens", "--prompt-tokens"),
            Map.entry("monthly_run_hours", "--hours-per-month"),
            Map.entry("transport_unit_price", "--transport-price"),
            Map.entry("device_capital", "--device-capital"));

    private FactFlags() {}

    /** The flag of a field; empty for what is no field of a workload. */
    static String of(String field) {
        return OF_FIELDS.getOrDefault(field, "");
    }

    /** "; replace it with --context-tokens", or nothing where no flag states it. */
    static String replacing(String field) {
        String flag = of(field);
        return flag.isEmpty() ? "" : "; replace it with " + flag;
    }
}
