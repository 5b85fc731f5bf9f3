package dev.emplace.cli.option;

import com.google.protobuf.Duration;
import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.cli.option.Values.Bytes;
import dev.emplace.cli.option.Values.Coordinates;
import dev.emplace.cli.option.Values.Dollars;
import dev.emplace.cli.output.Documents;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The facts of a workload, one flag each, or from a file whose facts the flags replace. Beside a manifest they replace
 * what is read there; without one they are the workload.
 */
public final class WorkloadOptions {

    private final Workload.Builder stated = Workload.newBuilder();

    @Option(
            names = "--facts",
            paramLabel = "FILE",
            description =
                    "facts as YAML or JSON, in the field names of emplace.workload.v1.Workload; - reads them here")
    private @Nullable Path file;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private AcceleratorOptions accelerators = new AcceleratorOptions();

    @Option(names = "--display-name", paramLabel = "NAME", description = "what its owner calls it")
    void displayName(String name) {
        stated.setDisplayName(name);
    }

    @Option(
            names = "--activity",
            converter = Words.Activities.class,
            completionCandidates = Words.Activities.class,
            paramLabel = "WORD",
            description = "what it does: ${COMPLETION-CANDIDATES}")
    void activity(Activity activity) {
        stated.setActivity(activity);
    }

    @Option(names = "--replicas", paramLabel = "N", description = "how many copies serve")
    void replicas(int count) {
        stated.setReplicaCount(count);
    }

    @Option(
            names = "--latency",
            converter = Span.class,
            paramLabel = "TIME",
            description = "end-to-end latency to meet at the 99th percentile, network included: 8ms")
    void latency(Duration objective) {
        stated.setLatencyObjective(objective);
    }

    @Option(
            names = "--compute-latency",
            converter = Span.class,
            paramLabel = "TIME",
            description = "what the computation alone takes at the 99th percentile, if measured")
    void computeLatency(Duration latency) {
        stated.setComputeLatency(latency);
    }

    @Option(names = "--recurring", negatable = true, description = "the training repeats")
    void recurring(boolean is) {
        stated.setRecurring(is);
    }

    @Option(names = "--pretrained", negatable = true, description = "it starts from a published checkpoint")
    void pretrained(boolean is) {
        stated.setPretrained(is);
    }

    @Option(names = "--restartable", negatable = true, description = "it may be interrupted and started again")
    void restartable(boolean is) {
        stated.setRestartable(is);
    }

    @Option(names = "--runs-on-device", negatable = true, description = "it runs on the device at the edge today")
    void runsOnDevice(boolean is) {
        stated.setRunsOnDevice(is);
    }

    @Option(names = "--must-work-offline", negatable = true, description = "it must work without a network")
    void mustWorkOffline(boolean is) {
        stated.setMustWorkOffline(is);
    }

    @Option(names = "--data-may-not-leave", negatable = true, description = "its data stays where it arises")
    void dataMayNotLeave(boolean is) {
        stated.setDataMayNotLeave(is);
    }

    @Option(names = "--needs-frequent-updates", negatable = true, description = "its models change fast and from afar")
    void needsFrequentUpdates(boolean is) {
        stated.setNeedsFrequentUpdates(is);
    }

    @Option(names = "--jurisdiction", paramLabel = "CODE", description = "where its data may be: DE, US, EU; repeat it")
    void jurisdictions(List<String> codes) {
        stated.clearJurisdictions().addAllJurisdictions(codes);
    }

    @Option(
            names = "--users-at",
            converter = Coordinates.class,
            paramLabel = "LAT,LON",
            description = "where its users or sensors are: 48.14,11.58")
    void usersAt(LatLng place) {
        stated.setUsersLocation(place);
    }

    @Option(names = "--utilization", paramLabel = "PERCENT", description = "share of time with useful work")
    void utilization(double percent) {
        stated.setUtilizationPercent(percent);
    }

    @Option(
            names = "--duration",
            converter = Span.class,
            paramLabel = "TIME",
            description = "how long it runs, or is kept: 12h, 30d")
    void duration(Duration duration) {
        stated.setDuration(duration);
    }

    @Option(
            names = "--input-per-hour",
            converter = Bytes.class,
            paramLabel = "SIZE",
            description = "what must be brought to it in an hour, such as video: 40GB")
    void inputPerHour(long bytes) {
        stated.setHourlyInputBytes(bytes);
    }

    @Option(
            names = "--egress-per-month",
            converter = Bytes.class,
            paramLabel = "SIZE",
            description = "what leaves it to the internet in a month: 60TB")
    void egressPerMonth(long bytes) {
        stated.setMonthlyEgressBytes(bytes);
    }

    @Option(names = "--concurrent-requests", paramLabel = "N", description = "requests in flight in one replica")
    void concurrentRequests(int count) {
        stated.setConcurrentRequests(count);
    }

    @Option(names = "--context-tokens", paramLabel = "N", description = "longest context of a request")
    void contextTokens(int count) {
        stated.setContextTokens(count);
    }

    @Option(
            names = "--device-capital",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "what one device at the edge would cost to buy")
    void deviceCapital(Money price) {
        stated.setDeviceCapital(price);
    }

    @Option(names = "--prompt-tokens", paramLabel = "N", description = "length of a usual prompt")
    void promptTokens(int count) {
        stated.setPromptTokens(count);
    }

    @Option(
            names = "--hours-per-month",
            paramLabel = "HOURS",
            description = "for how many hours of a month (of 730) it runs, if it comes back")
    void hoursPerMonth(double hours) {
        stated.setMonthlyRunHours(hours);
    }

    @Option(
            names = "--transport-price",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "what bringing one GB of its input over a network costs")
    void transportPrice(Money price) {
        stated.setTransportUnitPrice(price);
    }

    /** The file's facts with those of the flags over them. */
    public Workload workload() {
        return workload(Workload.getDefaultInstance());
    }

    /** The same over facts that are known already. */
    public Workload workload(Workload known) {
        Workload.Builder facts = known.toBuilder();
        if (file != null) {
            Documents.readYaml(InputFile.text(file), file.toString(), facts);
        }
        Workload flags = stated.build();
        if (flags.getJurisdictionsCount() > 0) {
            facts.clearJurisdictions();
        }
        facts.mergeFrom(flags);
        model.addTo(facts);
        accelerators.addTo(facts);
        return facts.build();
    }
}
