package dev.emplace.bench.footprint;

import dev.emplace.bench.data.Distribution;
import dev.emplace.bench.data.Prediction;
import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Anchor;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.ModelFacts;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a benchmark meets 10 ms on one Orin, told from what was measured on the other, both ways. Nothing that is known of
 * the device asked about goes in but its data sheet: its own measurements are taken out, and so is the fixed time of a pass,
 * which the policy has from both. A model that writes text was measured on one device only, and is told by physics.
 */
final class EdgeFeasibility {
    private static final double OBJECTIVE = 10;
    private static final Policy POLICY = ShippedPolicy.read().with(Map.of("latency.pass_overhead_ms", 0.0));
    private static final Latencies LATENCIES = new Latencies(POLICY.latency());

    private final List<OrinRun> runs;

    /**
     * One question with its answer.
     *
     * @param latency as told without the measurement
     */
    record Verdict(OrinRun run, Latency latency) {
        boolean right() {
            return (run.millis() <= OBJECTIVE) == meets();
        }

        /** The estimate decides; where not even the bound allows it, nothing else does. */
        boolean meets() {
            return latency.expected() <= OBJECTIVE;
        }

        /** Whether the whole interval lies on one side. */
        boolean sure() {
            return latency.low() > OBJECTIVE || latency.high() <= OBJECTIVE;
        }

        Prediction prediction() {
            return new Prediction(
                    run.model() + " on " + run.device().id() + (meets() ? ", meets" : ", fails"),
                    latency.expected(),
                    run.millis(),
                    "ms");
        }
    }

    EdgeFeasibility(List<OrinRun> runs) {
        this.runs = runs;
    }

    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (OrinRun asked : runs) {
            verdict(asked).ifPresent(verdicts::add);
        }
        return verdicts;
    }

    private Optional<Verdict> verdict(OrinRun asked) {
        ModelShape shape = ModelShape.of(ModelFacts.named(asked.model()), new ModelTable(POLICY.models()))
                .orElseThrow();
        List<Anchor> elsewhere = runs.stream()
                .filter(run ->
                        run.model().equals(asked.model()) && !run.device().equals(asked.device()))
                .map(run -> anchor(run))
                .toList();
        return elsewhere.isEmpty() && !shape.generates()
                ? Optional.empty()
                : LATENCIES
                        .of(ServiceNeeds.UNKNOWN, shape.measured(elsewhere), asked.device(), 1)
                        .map(latency -> new Verdict(asked, latency));
    }

    private static Anchor anchor(OrinRun run) {
        AcceleratorFacts device = run.device();
        return new Anchor(device.id(), device.flops(), device.bandwidth(), run.millis());
    }

    List<Row> rows() {
        List<Verdict> verdicts = verdicts();
        List<Prediction> scaled = verdicts.stream()
                .filter(verdict -> !verdict.run().model().startsWith("gpt"))
                .map(Verdict::prediction)
                .toList();
        long right = verdicts.stream().filter(Verdict::right).count();
        long failing = verdicts.stream()
                .filter(verdict -> verdict.run().millis() > OBJECTIVE)
                .count();
        return List.of(
                new Row.Measured(
                        "10 ms at p99 on Orin, told from the other Orin: right, of " + verdicts.size(),
                        "no, to all",
                        Target.atLeast(verdicts.size()),
                        "verdicts",
                        right,
                        failing,
                        right,
                        String.format(
                                        Locale.ROOT,
                                        "of %d the whole interval lies on one side; GPT-J's is the first token, measured is all of its text",
                                        verdicts.stream().filter(Verdict::sure).count())
                                + Distribution.lines(verdicts.stream()
                                        .map(Verdict::prediction)
                                        .toList())),
                new Row.Measured(
                        "latency told from the other Orin, median",
                        "the one measured there",
                        Target.none(),
                        "%",
                        Distribution.of(scaled).median(),
                        Distribution.of(unscaled(verdicts)).median(),
                        Distribution.of(scaled).median(),
                        ""));
    }

    /** Each predicted to take as long as on the other device. */
    private List<Prediction> unscaled(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::run)
                .flatMap(asked -> runs.stream()
                        .filter(run -> run.model().equals(asked.model())
                                && !run.device().equals(asked.device()))
                        .map(run -> new Prediction(run.model(), run.millis(), asked.millis(), "ms")))
                .toList();
    }
}
