package dev.emplace.cli.option;

import com.google.protobuf.Duration;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.cli.option.Values.Bytes;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What will be done with machines: with a time, prices become quotes. */
public final class UsageOptions {

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

    /** The usage of that many accelerators; empty unless a time is given. */
    public Optional<Usage> usage(int accelerators) {
        if (duration == null) {
            return Optional.empty();
        }
        Usage.Builder usage = Usage.newBuilder()
                .setAcceleratorCount(Math.max(1, accelerators))
                .setDuration(duration)
                .setMonthlyEgressBytes(egress);
        if (utilization != null) {
            usage.setUtilization(
                    Decimal.newBuilder().setValue(utilization.movePointLeft(2).toPlainString()));
        }
        return Optional.of(usage.build());
    }
}
