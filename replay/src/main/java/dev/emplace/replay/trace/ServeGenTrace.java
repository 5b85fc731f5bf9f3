package dev.emplace.replay.trace;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.emplace.replay.domain.Demand;
import dev.emplace.replay.domain.Span;
import dev.emplace.replay.domain.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Production serving load (derived from alibaba/ServeGen) as replicas. Three tenths of the requests must be served in
 * the EU. The k-th replica of each part runs while the load needs at least k; none of them may be interrupted.
 */
public final class ServeGenTrace {

    private static final double EU_SHARE = 0.3;
    private static final int WHOLE = 1000;
    /** Of an answer's text and headers. */
    private static final double ANSWER_BYTES = 2000;

    private final Serving serving;

    ServeGenTrace(Serving serving) {
        this.serving = serving;
    }

    static boolean isOne(NamedCsvRecord row) {
        return TraceFile.has(row, "t_seconds", "requests_per_second", "mean_input_tokens", "mean_output_tokens");
    }

    RawTrace read(Path file, List<NamedCsvRecord> rows) {
        List<Workload> workloads = new ArrayList<>();
        long step = rows.size() < 2 ? 600 : time(rows.get(1)) - time(rows.get(0));
        Span whole = new Span(time(rows.get(0)), time(rows.get(rows.size() - 1)) + step);
        replicas("eu", true, rows, EU_SHARE, step, whole, workloads);
        replicas("any", false, rows, 1 - EU_SHARE, step, whole, workloads);
        workloads.sort(Comparator.comparingLong((Workload w) -> w.runs().from()).thenComparing(Workload::id));
        return new RawTrace(file.getFileName().toString(), workloads, whole, List.of());
    }

    private void replicas(
            String part,
            boolean eu,
            List<NamedCsvRecord> rows,
            double share,
            long step,
            Span whole,
            List<Workload> into) {
        List<Long> begun = new ArrayList<>();
        List<Double> sent = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            int needed = needed(row, share);
            while (begun.size() > needed) {
                end(part, eu, begun, sent, time(row), false, into);
            }
            while (begun.size() < needed) {
                begun.add(time(row));
                sent.add(0.0);
            }
            double each =
                    share * TraceFile.decimal(row, "requests_per_second") * step * ANSWER_BYTES / Math.max(1, needed);
            sent.replaceAll(bytes -> bytes + each);
        }
        while (!begun.isEmpty()) {
            end(part, eu, begun, sent, whole.to(), true, into);
        }
    }

    private void end(
            String part, boolean eu, List<Long> begun, List<Double> sent, long at, boolean cut, List<Workload> into) {
        int number = begun.size();
        long from = begun.remove(number - 1);
        long bytes = Math.round(sent.remove(number - 1));
        Demand demand = new Demand(serving.accelerators(), serving.gpus() * WHOLE, 0, 0, false, eu, Set.of(), bytes);
        String tuple = part + " replica " + number;
        into.add(new Workload(tuple + " from " + from, tuple, demand, new Span(from, at), cut));
    }

    /** None without requests: the trace then has no lengths either. */
    private int needed(NamedCsvRecord row, double share) {
        double requests = TraceFile.decimal(row, "requests_per_second");
        if (requests == 0) {
            return 0;
        }
        double each = serving.throughput()
                .requestsPerSecond(
                        TraceFile.decimal(row, "mean_input_tokens"), TraceFile.decimal(row, "mean_output_tokens"));
        if (each == 0) {
            throw new TraceException(
                    "line " + row.getStartingLineNumber()
                            + ": no batch meets the objective on so few accelerators; state more of them or a slower objective");
        }
        return (int) Math.ceil(share * requests / each);
    }

    private static long time(NamedCsvRecord row) {
        return TraceFile.number(row, "t_seconds");
    }
}
