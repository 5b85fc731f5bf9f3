package dev.emplace.cli.option;

import com.google.protobuf.Duration;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.Interruptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often spot machines are taken back, and what the work loses by it. */
public final class InterruptionOptions {

    @Option(
            names = "--interruptions-per-hour",
            converter = Ratios.Plain.class,
            paramLabel = "RATE",
            description = "how often one spot machine is taken back in an hour: 0.05; spot then costs its rework too")
    private @Nullable Decimal rate;

    @Option(
            names = "--checkpoint",
            converter = Span.class,
            paramLabel = "TIME",
            description = "what writing a checkpoint takes: 2m (without it, an interrupted run begins anew)")
    private @Nullable Duration checkpoint;

    @Option(
            names = "--checkpoint-every",
            converter = Span.class,
            paramLabel = "TIME",
            description = "the work between two checkpoints (default: the best)")
    private @Nullable Duration interval;

    @Option(
            names = "--restart",
            converter = Span.class,
            paramLabel = "TIME",
            description = "what starting again takes on machines that are billed: 5m")
    private @Nullable Duration restart;

    /** Empty where nobody says how often. */
    Optional<Interruptions> stated() {
        return Optional.ofNullable(rate).map(this::interruptions);
    }

    private Interruptions interruptions(Decimal rate) {
        Interruptions.Builder interruptions = Interruptions.newBuilder().setMachineRatePerHour(rate);
        if (checkpoint == null) {
            interruptions.setWithoutCheckpoints(true);
        } else {
            interruptions.setCheckpointDuration(checkpoint);
        }
        if (interval != null) {
            interruptions.setCheckpointInterval(interval);
        }
        if (restart != null) {
            interruptions.setRestartDuration(restart);
        }
        return interruptions.build();
    }
}
