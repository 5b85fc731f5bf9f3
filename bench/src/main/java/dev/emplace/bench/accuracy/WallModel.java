package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Distribution;
import dev.emplace.bench.data.Prediction;
import dev.emplace.power.domain.draw.AcceleratorProfile;
import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import dev.emplace.power.domain.draw.WallAnchors;
import dev.emplace.power.domain.draw.Workload;
import java.util.List;
import java.util.Optional;

/** The draw model with one machine's profile, asked about the benchmarks that ran on it. */
record WallModel(MeasuredSystem system, AcceleratorProfile profile) {
    private static final DrawTable SHIPPED = DrawTable.shipped();
    private static final String H100 = "nvidia-h100-sxm-80gb";
    private static final String LIKE_H100 = "nvidia-a100-pcie-80gb";

    static WallModel shipped(MeasuredSystem system) {
        return new WallModel(system, profile(system.accelerator()));
    }

    /**
     * As if no machine with this accelerator had ever been at a meter: on a board of eight the host and the idle share of
     * the H100, and fractions that nothing but the accelerator's own sensor (B200) or other machines told.
     */
    static WallModel blind(MeasuredSystem system) {
        AcceleratorProfile own = profile(system.accelerator());
        AcceleratorProfile h100 = profile(H100);
        boolean board = system.accelerators() == 8 && own.tdpWatts() >= h100.tdpWatts();
        if (!board) {
            return new WallModel(system, own.unanchored());
        }
        return new WallModel(
                system,
                new AcceleratorProfile(
                        own.id(),
                        own.tdpWatts(),
                        own.tdpWatts() * h100.idleWatts() / h100.tdpWatts(),
                        own.perServer(),
                        h100.host(),
                        system.equals(MeasuredSystem.B200)
                                ? own.fractions()
                                : profile(LIKE_H100).fractions(),
                        own.peakFraction(),
                        own.nameplateWatts(),
                        own.liquidPercent(),
                        system.equals(MeasuredSystem.B200),
                        "blind"));
    }

    /** Empty where the one said to be heavy drew less. */
    Optional<WallModel> anchored(List<WallRun> runs, MeasuredSystem.Anchors by) {
        WallAnchors.Anchor heavy = anchor(runs, by.heavy());
        WallAnchors.Anchor light = anchor(runs, by.light());
        if (heavy.watts() <= light.watts() || like(by.heavy()) <= like(by.light())) {
            return Optional.empty();
        }
        double idle = new Distribution(runs.stream().map(WallRun::idle).toList()).median();
        return Optional.of(new WallModel(
                system, profile.unanchored().anchored(new WallAnchors(system.accelerators(), idle, heavy, light))));
    }

    DrawEstimate estimate(String benchmark) {
        Workload workload = new Workload(
                profile.id(),
                system.accelerators(),
                Benchmarks.load(benchmark),
                Benchmarks.batch(benchmark),
                0,
                Benchmarks.model(benchmark));
        return new DrawModel(new DrawTable("bench", List.of(profile))).estimate(workload, system.accelerators());
    }

    Prediction predict(WallRun run) {
        double watts = estimate(run.benchmark()).parts().stream()
                .mapToDouble(part -> part.p50Watts())
                .sum();
        return new Prediction(run.benchmark() + " " + run.scenario(), watts, run.mean(), "W");
    }

    private double like(String benchmark) {
        return new WallModel(system, profile.unanchored()).estimate(benchmark).p50();
    }

    private static WallAnchors.Anchor anchor(List<WallRun> runs, String benchmark) {
        return new WallAnchors.Anchor(
                Benchmarks.load(benchmark),
                Benchmarks.batch(benchmark),
                Benchmarks.model(benchmark),
                runs.stream()
                        .filter(run -> run.benchmark().equals(benchmark))
                        .mapToDouble(WallRun::mean)
                        .average()
                        .orElseThrow());
    }

    private static AcceleratorProfile profile(String accelerator) {
        return SHIPPED.find(accelerator).orElseThrow();
    }
}
