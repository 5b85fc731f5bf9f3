package dev.emplace.cli.command;

import com.google.protobuf.util.Durations;
import com.google.type.LatLng;
import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.cli.CliException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Facts that a manifest does not state; each replaces what is read there. */
final class WorkloadOptions {

    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    @Option(
            names = "--latency-ms",
            paramLabel = "MS",
            description = "end-to-end latency to meet at the 99th percentile")
    private @Nullable Integer latencyMilliseconds;

    @Option(names = "--users-at", paramLabel = "LAT,LON", description = "where the users are, for example 48.14,11.58")
    private @Nullable String usersAt;

    @Option(names = "--jurisdiction", paramLabel = "CODE", description = "where the data may be: DE, US, EU; repeat it")
    private List<String> jurisdictions = List.of();

    @Option(names = "--model", paramLabel = "NAME", description = "the model, for example meta-llama/Llama-3.1-70B")
    private @Nullable String model;

    @Option(names = "--parameters", paramLabel = "BILLIONS", description = "parameters of the model, in billions")
    private @Nullable BigDecimal billions;

    @Option(names = "--utilization", paramLabel = "PERCENT", description = "share of time with useful work")
    private @Nullable Double utilization;

    Workload toWorkload() {
        Workload.Builder workload = Workload.newBuilder().addAllJurisdictions(jurisdictions);
        if (latencyMilliseconds != null) {
            workload.setLatencyObjective(Durations.fromMillis(latencyMilliseconds));
        }
        if (usersAt != null) {
            workload.setUsersLocation(location(usersAt));
        }
        if (utilization != null) {
            workload.setUtilizationPercent(utilization);
        }
        if (model != null || billions != null) {
            workload.setModel(model(model, billions));
        }
        return workload.build();
    }

    private static Model model(@Nullable String name, @Nullable BigDecimal billions) {
        Model.Builder builder = Model.newBuilder();
        if (name != null) {
            builder.setName(name);
        }
        if (billions != null) {
            builder.setParameterCount(billions.multiply(BILLION).longValue());
        }
        return builder.build();
    }

    private static LatLng location(String text) {
        String[] parts = text.split(",", -1);
        try {
            return LatLng.newBuilder()
                    .setLatitude(Double.parseDouble(parts[0].strip()))
                    .setLongitude(Double.parseDouble(parts[1].strip()))
                    .build();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new CliException("--users-at is '" + text + "'; give LATITUDE,LONGITUDE, for example 48.14,11.58", e);
        }
    }
}
