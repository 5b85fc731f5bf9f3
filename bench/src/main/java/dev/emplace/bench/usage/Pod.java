package dev.emplace.bench.usage;

import dev.emplace.bench.data.Csv;
import java.nio.file.Path;
import java.util.List;

/**
 * A pod of a cluster of accelerators.
 *
 * @param latencySensitive or else best effort
 * @param accelerators whole ones, or a share of one
 * @param from second of its start
 * @param until second of its end
 */
record Pod(Request request, boolean latencySensitive, double accelerators, long from, long until) {
    /** What it asks for: pods of one template ask for the same. */
    record Request(int cpuMillis, int memoryMebibytes, int accelerators, int shareMillis) {}

    static List<Pod> read(Path file) {
        return Csv.read(file).rows().stream()
                .filter(row -> row.text("qos").equals("LS") || row.text("qos").equals("BE"))
                .map(Pod::of)
                .toList();
    }

    private static Pod of(Csv.Line row) {
        int share = row.text("gpu_milli").isEmpty() ? 0 : row.count("gpu_milli");
        Request request = new Request(row.count("cpu_milli"), row.count("memory_mib"), row.count("num_gpu"), share);
        String started = row.text("scheduled_time");
        long from = started.isEmpty() ? Long.MAX_VALUE : Math.round(Double.parseDouble(started));
        return new Pod(
                request,
                row.text("qos").equals("LS"),
                request.accelerators() * share / 1_000.0,
                from,
                row.count("deletion_time"));
    }

    /** Whether it ever ran. */
    boolean ran() {
        return from < until;
    }
}
