package dev.emplace.cli.option;

import com.google.protobuf.Timestamp;
import com.google.type.Interval;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.RackLoad;
import dev.emplace.api.power.v1.SurvivalRequirement;
import dev.emplace.cli.option.Values.Moment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Power that somebody wants: of accelerators that do something, or in watts on racks. */
public final class DemandOptions {

    @Option(names = "--accelerator", paramLabel = "ID", description = "power for accelerators: nvidia-h100-sxm-80gb")
    @Nullable
    String accelerator;

    @Option(names = "--count", paramLabel = "N", description = "how many accelerators")
    int count;

    @Option(
            names = "--load",
            converter = Words.LoadClasses.class,
            completionCandidates = Words.LoadClasses.class,
            paramLabel = "WORD",
            description = "what they do: ${COMPLETION-CANDIDATES}")
    @Nullable
    LoadClass load;

    @Option(names = "--batch-size", paramLabel = "N", description = "how many requests run together in serving")
    int batchSize;

    @Option(names = "--cap-watts", paramLabel = "WATTS", description = "an enforced power limit of each accelerator")
    int capWatts;

    @Option(names = "--rack-group", paramLabel = "ID", description = "or power in watts, on racks of this group")
    @Nullable
    String rackGroup;

    @Option(names = "--racks", paramLabel = "N", description = "over how many racks")
    int racks;

    @Option(names = "--watts-per-rack", paramLabel = "WATTS", description = "the peak in each of them, at the wall")
    long wattsPerRack;

    @Option(
            names = "--from",
            converter = Moment.class,
            paramLabel = "TIME",
            description = "from when: 2026-12-01T08:00:00Z (default: now)")
    @Nullable
    Timestamp from;

    @Option(
            names = "--until",
            converter = Moment.class,
            paramLabel = "TIME",
            description = "until when (default: without end)")
    @Nullable
    Timestamp until;

    @Option(
            names = "--survives",
            converter = Words.Survivals.class,
            completionCandidates = Words.Survivals.class,
            paramLabel = "WORD",
            description = "what must not take the power away: ${COMPLETION-CANDIDATES} (default: any-single-failure)")
    SurvivalRequirement survives = SurvivalRequirement.SURVIVAL_REQUIREMENT_UNSPECIFIED;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli injects it before use
    private CommandSpec command;

    public Demand demand() {
        Demand.Builder demand = Demand.newBuilder().setSurvives(survives);
        if (accelerator != null && rackGroup == null) {
            demand.setWorkload(workload(accelerator));
        } else if (rackGroup != null && accelerator == null) {
            demand.setRackLoad(RackLoad.newBuilder()
                    .setRackGroup(rackGroup)
                    .setRackCount(racks)
                    .setWattsPerRack(wattsPerRack));
        } else {
            throw wrong("give either --accelerator, --count and --load, or --rack-group, --racks and --watts-per-rack");
        }
        if (from != null || until != null) {
            demand.setWindow(window());
        }
        return demand.build();
    }

    private PowerWorkload workload(String kind) {
        if (load == null) {
            throw wrong("--load is missing: what the accelerators do decides what they draw; it is one of "
                    + String.join(", ", new Words.LoadClasses()));
        }
        return PowerWorkload.newBuilder()
                .setAccelerator(kind)
                .setAcceleratorCount(count)
                .setLoad(load)
                .setBatchSize(batchSize)
                .setCapWattsPerAccelerator(capWatts)
                .build();
    }

    private Interval window() {
        Interval.Builder window = Interval.newBuilder();
        if (from != null) {
            window.setStartTime(from);
        }
        if (until != null) {
            window.setEndTime(until);
        }
        return window.build();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
