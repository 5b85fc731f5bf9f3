package dev.emplace.replay.trace;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.emplace.replay.domain.Demand;
import dev.emplace.replay.domain.Span;
import dev.emplace.replay.domain.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Alibaba's openb pods (alibaba/clusterdata, cluster-trace-gpu-v2023). Pods that were never scheduled are left out, as
 * are those without a GPU; what had not ended with the trace is cut there. Only best-effort pods may be interrupted.
 */
public final class OpenbTrace {

    private static final long MEBIBYTE = 1L << 20;
    private static final int WHOLE = 1000;

    private final AcceleratorKinds kinds;

    public OpenbTrace(AcceleratorKinds kinds) {
        this.kinds = kinds;
    }

    static boolean isOne(NamedCsvRecord row) {
        return TraceFile.has(
                row,
                "name",
                "cpu_milli",
                "memory_mib",
                "num_gpu",
                "gpu_milli",
                "gpu_spec",
                "qos",
                "creation_time",
                "deletion_time",
                "scheduled_time");
    }

    RawTrace read(Path file, List<NamedCsvRecord> rows) {
        List<NamedCsvRecord> scheduled = rows.stream()
                .filter(row -> !row.getField("scheduled_time").isEmpty())
                .toList();
        List<NamedCsvRecord> withGpu = scheduled.stream()
                .filter(row -> TraceFile.number(row, "num_gpu") > 0)
                .toList();
        long end = scheduled.stream()
                .mapToLong(row -> TraceFile.number(row, "deletion_time"))
                .max()
                .orElse(0);
        List<Workload> workloads = new ArrayList<>();
        withGpu.forEach(row -> workload(row, end).ifPresent(workloads::add));
        workloads.sort(Comparator.comparingLong((Workload w) -> w.runs().from()).thenComparing(Workload::id));
        long unfinished = workloads.stream().filter(Workload::censored).count();
        return new RawTrace(
                file.getFileName().toString(),
                workloads,
                new Span(0, end),
                List.of(
                        rows.size() - scheduled.size() + " pods were never scheduled and are left out",
                        scheduled.size() - withGpu.size() + " pods ask for no GPU and are left out",
                        unfinished + " pods had not ended with the trace and are cut there"));
    }

    private Optional<Workload> workload(NamedCsvRecord row, long end) {
        long start = TraceFile.number(row, "scheduled_time");
        long deleted = TraceFile.number(row, "deletion_time");
        if (deleted <= start) {
            return Optional.empty();
        }
        Demand demand = demand(row);
        return Optional.of(
                new Workload(row.getField("name"), tuple(row), demand, new Span(start, deleted), deleted >= end));
    }

    private Demand demand(NamedCsvRecord row) {
        int gpus = (int) TraceFile.number(row, "num_gpu");
        int gpuMilli = gpus > 1 ? gpus * WHOLE : (int) TraceFile.number(row, "gpu_milli");
        return new Demand(
                accelerators(row.getField("gpu_spec")),
                gpuMilli,
                (int) TraceFile.number(row, "cpu_milli"),
                TraceFile.number(row, "memory_mib") * MEBIBYTE,
                row.getField("qos").equals("BE"),
                false,
                Set.of(),
                0);
    }

    private Set<String> accelerators(String spec) {
        if (spec.isEmpty()) {
            return kinds.any();
        }
        Set<String> accepted = new LinkedHashSet<>();
        for (String kind : spec.split("\\|", -1)) {
            accepted.addAll(kinds.named(kind));
        }
        return accepted;
    }

    private static String tuple(NamedCsvRecord row) {
        return String.join(
                " ",
                row.getField("qos"),
                row.getField("gpu_spec"),
                row.getField("num_gpu"),
                row.getField("gpu_milli"),
                row.getField("cpu_milli"),
                row.getField("memory_mib"));
    }
}
