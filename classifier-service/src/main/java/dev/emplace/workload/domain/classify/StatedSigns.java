package dev.emplace.workload.domain.classify;

import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The signs that explicit facts are: what an owner states holds at full strength. */
final class StatedSigns {
    /** Signs of what a workload does: a stated activity leaves none of the others standing. */
    private static final Set<String> ACTIVITIES = Set.of(
            "serving",
            "training",
            "fine_tuning",
            "search",
            "interactive",
            "batch",
            "ordinary",
            "toy",
            "toy_serving",
            "placeholder",
            "helper",
            "interface",
            "quantise",
            "fabric_test",
            "server_kind",
            "cluster",
            "trial");

    private final Map<String, Double> strengths = new HashMap<>();
    private final Map<String, Integer> measures = new HashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    private StatedSigns(Workload stated) {
        activity(stated);
        state("recurring", stated.recurring(), "schedule");
        state("runs_on_device", stated.surroundings().runsOnDevice(), "edge");
        state("must_work_offline", stated.surroundings().mustWorkOffline(), "edge");
        stated.needs()
                .latencyObjective()
                .ifPresent(objective -> state("latency_objective", "latency", objective.toMillis() + " ms"));
        measures(stated);
    }

    /** What was read, replaced by what is stated wherever both speak. */
    static Signs over(Signs read, Workload stated, List<Evidence> readEvidence, List<Evidence> all) {
        StatedSigns signs = new StatedSigns(stated);
        Map<String, Double> strengths = new HashMap<>(read.strengths());
        boolean activityStated = stated.activity() != Activity.UNKNOWN;
        if (activityStated) {
            strengths.keySet().removeAll(ACTIVITIES);
        }
        if (!activityStated && stated.pretrained().orElse(false) && strengths.containsKey("training")) {
            signs.evidence("pretrained", "fine_tuning", "true");
            strengths.merge("fine_tuning", strengths.getOrDefault("training", 0.0), Math::max);
        }
        stated.recurring().ifPresent(r -> strengths.remove("schedule"));
        stated.surroundings().runsOnDevice().ifPresent(r -> strengths.remove("edge"));
        strengths.putAll(signs.strengths);
        if (stated.activity() == Activity.OTHER) {
            // Work that is no AI stays so on a device and on a GPU.
            strengths.keySet().removeAll(Set.of("ai", "edge"));
            strengths.put("other_gpu", 1.0);
        }
        Map<String, Integer> measures = new HashMap<>(read.measures());
        measures.putAll(signs.measures);
        all.addAll(signs.evidence);
        readEvidence.stream()
                .filter(e -> !activityStated || !ACTIVITIES.contains(e.sign()))
                .forEach(all::add);
        return new Signs(strengths, measures);
    }

    private void activity(Workload stated) {
        boolean pretrained = stated.pretrained().orElse(false);
        switch (stated.activity()) {
            case UNKNOWN -> {}
            case TRAINING -> state("activity", pretrained ? "fine_tuning" : "training", "TRAINING");
            case FINE_TUNING -> state("activity", "fine_tuning", "FINE_TUNING");
            case EXPERIMENT -> state("activity", "search", "EXPERIMENT");
            case DEVELOPMENT -> state("activity", "interactive", "DEVELOPMENT");
            case SERVING -> state("activity", "serving", "SERVING");
            case BATCH_INFERENCE -> state("activity", "batch", "BATCH_INFERENCE");
            case OTHER -> state("activity", "ordinary", "OTHER");
        }
        if (stated.activity() != Activity.UNKNOWN && stated.activity() != Activity.OTHER) {
            strengths.put("ai", 1.0);
        }
    }

    private void measures(Workload stated) {
        Optional<Integer> nodes = stated.accelerators().nodes();
        nodes.ifPresent(n -> measures.put("nodes", n));
        stated.accelerators().perReplica().ifPresent(each -> {
            measures.put("accelerators", (int) Math.min((long) each * nodes.orElse(1), Integer.MAX_VALUE));
            measures.put("scale_unknown", 0);
        });
    }

    private void state(String field, Optional<Boolean> stated, String sign) {
        if (stated.orElse(false)) {
            state(field, sign, "true");
        }
    }

    private void state(String field, String sign, String value) {
        strengths.put(sign, 1.0);
        evidence(field, sign, value);
    }

    private void evidence(String field, String sign, String value) {
        evidence.add(new Evidence("stated", sign, 1, 0, field, 0, value, "the owner says so"));
    }
}
