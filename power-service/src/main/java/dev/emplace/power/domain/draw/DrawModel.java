package dev.emplace.power.domain.draw;

import dev.emplace.power.domain.capacity.MachineDraw;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Estimates what workloads draw at the wall. */
public final class DrawModel {
    /**
     * 95th percentile over median of wall power over time: bert, llama2_70b_lora and ssd on one node in MLPerf Training
     * v4.0, mean of their p95 over mean of their medians.
     */
    private static final double TRAINING_P95_OVER_P50 = 1.006;

    /** The same under steady serving: the runs that anchor H200 and B200, 1.003 to 1.013. */
    private static final double SERVING_P95_OVER_P50 = 1.013;

    /** How far the hosts of machines with the same accelerators lie apart, in the interval: assumed, not measured. */
    private static final double HOST_SPREAD = 0.08;

    private final DrawTable table;

    public DrawModel(DrawTable table) {
        this.table = table;
    }

    public String version() {
        return table.version();
    }

    public boolean knows(String accelerator) {
        return table.find(accelerator).isPresent();
    }

    /** The draw of one machine of a workload at its peak. */
    public MachineDraw machine(Workload workload) {
        return new Machine(profile(workload), workload.capWatts());
    }

    /** The estimate for machines of the usual size. */
    public DrawEstimate estimate(Workload workload) {
        return estimate(workload, profile(workload).perServer());
    }

    /** The same, corrected by what was metered of another on the same accelerator. */
    public DrawEstimate estimate(Workload workload, MeteredPoint point) {
        return point.correct(estimate(workload), idle(workload).p50());
    }

    /** What the machines of a workload draw doing nothing. */
    public DrawEstimate idle(Workload workload) {
        return estimate(workload.idle());
    }

    public DrawEstimate estimate(Workload workload, int perServer) {
        AcceleratorProfile profile = profile(workload);
        Fraction fraction = profile.fraction(workload);
        Fleet fleet = new Fleet(new Machine(profile, workload.capWatts()), workload.accelerators(), perServer);
        Machine.Share median = fleet.share(fraction.median(), 1);
        long p50 = median.watts();
        long peak = Math.max(fleet.peakWatts(), p50);
        long liquid = peak * profile.liquidPercent() / 100;
        return new DrawEstimate(
                p50,
                Math.min(peak, (long) Math.ceil(p50 * p95OverP50(workload.load()))),
                peak,
                Math.min(p50, fleet.share(fraction.low(), 1 - HOST_SPREAD).watts()),
                Math.max(p50, fleet.share(fraction.high(), 1 + HOST_SPREAD).watts()),
                (long) ((workload.accelerators() + profile.perServer() - 1) / profile.perServer())
                        * profile.nameplateWatts(),
                fleet.machines(),
                peak - liquid,
                liquid,
                parts(workload, profile, fleet, fraction, median),
                coincidence(workload.load(), fleet.machines()));
    }

    private AcceleratorProfile profile(Workload workload) {
        return table.find(workload.accelerator())
                .orElseThrow(() -> new UnknownAcceleratorException(workload.accelerator(), table.accelerators()));
    }

    /**
     * The 34 distinct nodes of GPT-3 on 64 nodes, MLPerf Training v4.0: their p99 of the sum over the sum of their p99.
     * Nothing at hand measures how serving coincides.
     */
    private static Optional<Double> coincidence(LoadClass load, int machines) {
        return load == LoadClass.TRAINING && machines > 1 ? Optional.of(0.987) : Optional.empty();
    }

    private static double p95OverP50(LoadClass load) {
        return switch (load) {
            case IDLE -> 1.0;
            case TRAINING -> TRAINING_P95_OVER_P50;
            case LLM_CHAT, LLM_REASONING, LLM_CODE, IMAGE_GENERATION, VISION, TEXT_ENCODING, RECOMMENDATION, SPEECH ->
                SERVING_P95_OVER_P50;
        };
    }

    private static List<DrawPart> parts(
            Workload workload, AcceleratorProfile profile, Fleet fleet, Fraction fraction, Machine.Share median) {
        long accelerators = Math.round(median.accelerators());
        long host = Math.round(median.host());
        return List.of(
                new DrawPart(
                        "accelerators",
                        accelerators,
                        String.format(
                                Locale.ROOT,
                                "%d x %d W TDP x %.2f%s",
                                workload.accelerators(),
                                profile.tdpWatts(),
                                fraction.median(),
                                workload.capWatts() > 0 ? ", capped at " + workload.capWatts() + " W each" : ""),
                        profile.source(),
                        Optional.of(fraction.median())),
                new DrawPart(
                        "host: processors, memory, network, fans",
                        host,
                        String.format(
                                Locale.ROOT,
                                "%d machines x (%.0f W idle to %.0f W at full load)",
                                fleet.machines(),
                                profile.host().idleWatts(),
                                profile.host().fullWatts()),
                        profile.source(),
                        Optional.empty()),
                new DrawPart(
                        "power supplies",
                        median.watts() - accelerators - host,
                        "(accelerators + host) x (1 / efficiency - 1), efficiency 0.94 idle to 0.97 at full load",
                        "AC over DC power of the same runs in MLPerf Training v4.0",
                        Optional.empty()));
    }

    /** Equal machines, the last one perhaps used in part. */
    private record Fleet(Machine machine, int accelerators, int perServer) {
        int machines() {
            return (accelerators + perServer - 1) / perServer;
        }

        Machine.Share share(double fraction, double hostFactor) {
            Machine.Share whole = machine.share(perServer, perServer, fraction, hostFactor);
            Machine.Share all = Machine.Share.NOTHING.plus(whole, accelerators / perServer);
            int rest = accelerators % perServer;
            return rest == 0 ? all : all.plus(machine.share(perServer, rest, fraction, hostFactor), 1);
        }

        long peakWatts() {
            int rest = accelerators % perServer;
            return (long) (accelerators / perServer) * machine.peakWatts(perServer, perServer)
                    + (rest == 0 ? 0 : machine.peakWatts(perServer, rest));
        }
    }
}
