package dev.emplace.workload.domain.latency;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Anchor;
import dev.emplace.workload.domain.footprint.ModelShape;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One inference at a time of a model that writes no text. No faster than its operations at the highest rate of the
 * accelerator, nor than its weights at the bandwidth of its memory. Estimated by a measurement on the same accelerator,
 * else by one on another, else by its operations at the share of the peak that such models were seen to reach.
 *
 * <p>A measurement is scaled between the ratio of the peaks, which holds if computing bounds it, and that of the
 * bandwidths, which holds if memory does; the best estimate is their geometric mean. Neither is fitted on the accelerator
 * that is asked about.
 */
final class PassLatency {
    private static final int LEAST_BITS = 8;

    private final LatencyParameters parameters;

    PassLatency(LatencyParameters parameters) {
        this.parameters = parameters;
    }

    Optional<Latency> of(ModelShape model, AcceleratorFacts accelerator) {
        double low = bound(model, accelerator);
        return measured(model, accelerator, low)
                .or(() -> scaled(model, accelerator, low))
                .or(() -> byOperations(model, accelerator, low));
    }

    private double bound(ModelShape model, AcceleratorFacts accelerator) {
        double peak = accelerator.flops() * parameters.precisionFactor();
        double operations = peak == 0 ? 0 : model.passFlops() / peak;
        double bytes = model.parameters() * Math.min(LEAST_BITS, model.weightBits()) / 8.0;
        double reading = accelerator.bandwidth() == 0 ? 0 : bytes / accelerator.bandwidth();
        return Math.max(operations, reading) * 1e3;
    }

    private static Optional<Latency> measured(ModelShape model, AcceleratorFacts accelerator, double low) {
        return model.anchors().stream()
                .filter(anchor -> accelerator.id().equals(anchor.accelerator()))
                .findFirst()
                .map(anchor -> new Latency(
                        Math.min(low, anchor.millis()),
                        anchor.millis(),
                        anchor.millis(),
                        show("measured there: %.2f ms at the 99th percentile", anchor.millis())));
    }

    /** From the accelerator whose peak is nearest. */
    private Optional<Latency> scaled(ModelShape model, AcceleratorFacts accelerator, double low) {
        double peak = accelerator.flops();
        return model.anchors().stream()
                .filter(anchor -> peak > 0)
                .min(Comparator.comparingDouble(anchor -> Math.abs(Math.log(anchor.flops() / peak))))
                .map(anchor -> scaled(anchor, accelerator, low));
    }

    private Latency scaled(Anchor anchor, AcceleratorFacts accelerator, double low) {
        double computing = anchor.flops() / accelerator.flops();
        double reading = accelerator.bandwidth() == 0 ? computing : anchor.bandwidth() / accelerator.bandwidth();
        double least = Math.max(low, parameters.passOverheadMillis());
        double expected = Math.max(least, anchor.millis() * Math.sqrt(computing * reading));
        double slowest = anchor.millis() * Math.max(computing, reading);
        // A faster accelerator is not slower than the one that was measured; by how much it is faster is less sure.
        double high = Math.max(expected * parameters.scaledError(), slowest);
        return new Latency(
                low,
                expected,
                Math.max(high, computing < 1 && reading < 1 ? anchor.millis() : 0),
                show(
                        "%.2f ms on %s x square root of (%.3f, the ratio of their dense peaks, x %.3f, that of their"
                                + " bandwidths), but no less than %.2f ms",
                        anchor.millis(), anchor.accelerator(), computing, reading, parameters.passOverheadMillis()));
    }

    private Optional<Latency> byOperations(ModelShape model, AcceleratorFacts accelerator, double low) {
        if (model.passFlops() == 0 || accelerator.flops() == 0) {
            return Optional.of(low)
                    .filter(known -> known > 0)
                    .map(known -> new Latency(
                            known,
                            Math.max(known, parameters.passOverheadMillis()),
                            Math.max(known, parameters.passOverheadMillis()) * parameters.widened(),
                            "weights of 8 bits / memory bandwidth; its operations are not known: state pass_flops"));
        }
        double reached = accelerator.flops() * parameters.passEfficiency();
        double expected = Math.max(low, Math.max(parameters.passOverheadMillis(), model.passFlops() / reached * 1e3));
        return Optional.of(new Latency(
                low,
                expected,
                expected * parameters.widened(),
                show(
                        "%.1f GFLOP / (%.1f TFLOP/s x %.2f), but no less than %.2f ms",
                        model.passFlops() / 1e9,
                        accelerator.flops() / 1e12,
                        parameters.passEfficiency(),
                        parameters.passOverheadMillis())));
    }

    private static String show(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
