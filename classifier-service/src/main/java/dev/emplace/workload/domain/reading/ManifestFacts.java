package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.signal.AcceleratorDemand;
import dev.emplace.workload.domain.signal.Signals;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.AskedAccelerators;
import dev.emplace.workload.domain.workload.ModelFacts;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import dev.emplace.workload.domain.workload.Surroundings;
import dev.emplace.workload.domain.workload.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a plan needs out of a manifest: the model, the accelerators, the replicas, the options of the server. */
final class ManifestFacts {
    private static final int MOST_DIGITS = 9;
    private static final Set<String> CONTEXT =
            Set.of("--max-model-len", "--max_model_len", "--context-length", "max_model_len");
    private static final Set<String> CONCURRENCY = Set.of("--max-num-seqs", "--max_num_seqs", "max_num_seqs");
    private static final Set<String> PRECISION =
            Set.of("--quantization", "--quantize", "--dtype", "QUANTIZE", "QUANTIZATION", "--load-format");
    private static final Set<String> KINDS = Set.of(
            "cloud.google.com/gke-accelerator",
            "cloud.google.com/gke-tpu-accelerator",
            "nvidia.com/gpu.product",
            "node.kubernetes.io/instance-type",
            "beta.kubernetes.io/instance-type",
            "instance_type",
            "accelerator");

    private static final Map<String, String> VENDORS = Map.of(
            "nvidia.com", "nvidia",
            "amd.com", "amd",
            "google.com", "google",
            "aws.amazon.com", "aws",
            "habana.ai", "intel",
            "gpu.intel.com", "intel");

    private Optional<Integer> context = Optional.empty();
    private Optional<Integer> concurrency = Optional.empty();
    private Optional<Integer> bits = Optional.empty();
    private String kind = "";

    private ManifestFacts() {}

    static Workload of(Signals signals, ModelTable models, String displayName) {
        ManifestFacts facts = new ManifestFacts();
        Tokens.each(signals, facts::option);
        String model = ModelMention.in(signals, models);
        ModelFacts named = ModelFacts.named(model);
        Optional<Integer> width = facts.bits.isPresent() ? facts.bits : precision(model);
        return new Workload(
                displayName,
                Activity.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                width.map(named::withWeightBits).orElse(named),
                facts.asked(signals.demands()),
                facts.needs(signals.demands()),
                Surroundings.UNKNOWN);
    }

    private void option(String before, String token) {
        if (CONTEXT.contains(before)) {
            context = number(token).or(() -> context);
        } else if (CONCURRENCY.contains(before)) {
            concurrency = number(token).or(() -> concurrency);
        } else if (PRECISION.contains(before)) {
            bits = precision(token).or(() -> bits);
        } else if (KINDS.contains(before) && kind.isEmpty() && !token.startsWith("$")) {
            kind = token;
        }
    }

    /** The bits of one weight that a name or an option states. */
    static Optional<Integer> precision(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("fp8") || lower.contains("int8") || lower.contains("w8a8") || lower.contains("q8")) {
            return Optional.of(8);
        }
        boolean four = List.of("awq", "gptq", "int4", "fp4", "4bit", "nf4", "w4a16", "q4_", "q4-").stream()
                .anyMatch(lower::contains);
        return four ? Optional.of(4) : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit);
        int value = digits ? Integer.parseInt(text) : 0;
        return value > 0 ? Optional.of(value) : Optional.empty();
    }

    /** A task names the kind where it asks for it; Kubernetes names only who makes it. */
    private AskedAccelerators asked(List<AcceleratorDemand> demands) {
        Optional<String> named = demands.stream()
                .map(AcceleratorDemand::resource)
                .filter(resource -> resource.indexOf('/') < 0 && !resource.equals("gpu"))
                .findFirst();
        return new AskedAccelerators(named.orElse(kind), vendor(demands), perReplica(demands), Optional.empty());
    }

    /** Whose device plugin hands out what is asked for; "" where that is nobody's, or several makers'. */
    private static String vendor(List<AcceleratorDemand> demands) {
        List<String> vendors = demands.stream()
                .map(demand -> demand.resource().split("/", 2)[0])
                .map(domain -> VENDORS.getOrDefault(domain, ""))
                .filter(vendor -> !vendor.isEmpty())
                .distinct()
                .toList();
        return vendors.size() == 1 ? vendors.get(0) : "";
    }

    private ServiceNeeds needs(List<AcceleratorDemand> demands) {
        Optional<Integer> replicas = perReplica(demands).map(each -> (total(demands) + each - 1) / each);
        return new ServiceNeeds(
                replicas,
                Optional.empty(),
                Optional.empty(),
                concurrency,
                context,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The largest pod's accelerators; all of them where pods work as one group. */
    private static Optional<Integer> perReplica(List<AcceleratorDemand> demands) {
        boolean grouped =
                demands.stream().anyMatch(demand -> demand.location().path().contains("leaderWorkerTemplate"));
        if (grouped) {
            return Optional.of(total(demands));
        }
        return demands.stream()
                .filter(AcceleratorDemand::known)
                .map(demand -> demand.perPod().orElse(1))
                .max(Integer::compare);
    }

    private static int total(List<AcceleratorDemand> demands) {
        long sum = demands.stream().mapToLong(AcceleratorDemand::atLeast).sum();
        return (int) Math.min(sum, Integer.MAX_VALUE / 2);
    }
}
