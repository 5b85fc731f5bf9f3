package dev.emplace.cli.option;

import com.google.protobuf.Duration;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.Throughput;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.cli.option.Values.Bytes;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What will be done with machines: with a time, prices become quotes. */
public final class UsageOptions {

    /** 730 hours. */
    private static final Duration MONTH =
            Duration.newBuilder().setSeconds(2_628_000).build();

    @Option(
            names = "--for",
            converter = Span.class,
            paramLabel = "TIME",
            description = "quote a use that long instead: 200h, 30d (a month is 730h)")
    private @Nullable Duration duration;

    @Option(
            names = "--utilization",
            paramLabel = "PERCENT",
            description = "share of that time with useful work (default: 100)")
    private @Nullable BigDecimal utilization;

    @Option(
            names = "--egress-per-month",
            converter = Bytes.class,
            paramLabel = "SIZE",
            description = "what leaves to the internet in a month: 60TB")
    private long egress;

    @Option(
            names = "--release-when-idle",
            description = "spot and on-demand machines are given back, and not paid, while there is no work")
    private boolean releaseWhenIdle;

    @Mixin
    private InterruptionOptions interruptions = new InterruptionOptions();

    @Option(
            names = "--tokens-per-second",
            converter = Ratios.Plain.class,
            paramLabel = "N",
            description = "what all machines together achieve while they work: gives a price per million tokens")
    private @Nullable Decimal tokensPerSecond;

    /** The usage of that many accelerators; empty unless a time is given. */
    public Optional<Usage> usage(int accelerators) {
        return duration == null ? Optional.empty() : Optional.of(usage(accelerators, duration));
    }

    /** The usage of that many accelerators for the time that is given, else for a month. */
    public Usage monthly(int accelerators) {
        return usage(accelerators, duration == null ? MONTH : duration);
    }

    private Usage usage(int accelerators, Duration time) {
        Usage.Builder usage = Usage.newBuilder()
                .setAcceleratorCount(Math.max(1, accelerators))
                .setDuration(time)
                .setReleaseWhenIdle(releaseWhenIdle)
                .setMonthlyEgressBytes(egress);
        if (utilization != null) {
            usage.setUtilization(
                    Decimal.newBuilder().setValue(utilization.movePointLeft(2).toPlainString()));
        }
        if (tokensPerSecond != null) {
            usage.setThroughput(Throughput.newBuilder().setTokensPerSecond(tokensPerSecond));
        }
        interruptions.stated().ifPresent(usage::setInterruptions);
        return usage.build();
    }
}
