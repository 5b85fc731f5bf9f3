package dev.emplace.replay;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.emplace.replay.domain.Demand;
import dev.emplace.replay.domain.Rental;
import dev.emplace.replay.domain.Span;
import dev.emplace.replay.domain.Stay;
import dev.emplace.replay.domain.Workload;
import dev.emplace.replay.suite.SuiteMarket;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay leaves behind for whoever checks it: the catalog's answers, the constraints and what was decided, as
 * lines of JSON.
 */
final class DecisionLog {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final JsonFormat.Printer PRINTER = JsonFormat.printer()
            .usingTypeRegistry(TypeRegistry.getEmptyTypeRegistry())
            .omittingInsignificantWhitespace();

    private final Path folder;

    DecisionLog(Path folder) {
        this.folder = folder;
    }

    void catalog(SuiteMarket market) {
        messages("offers.jsonl", market.offers());
        messages("providers.jsonl", market.providers());
    }

    void terms(Map<String, ?> terms) {
        write("terms.json", List.of(GSON.toJson(terms)));
    }

    void constraints(List<Workload> workloads) {
        write("workloads.jsonl", workloads.stream().map(DecisionLog::line).toList());
    }

    void decisions(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.run().rentals().forEach(rental -> lines.add(line(rental)));
        outcome.run().stays().forEach(stay -> lines.add(line(stay)));
        outcome.run().unplaced().forEach(work -> lines.add(GSON.toJson(Map.of("unplaced", work.id()))));
        lines.add(GSON.toJson(Map.of("bill", outcome.bill().total().toPlainString())));
        write(file(outcome.name()), lines);
    }

    static String file(String name) {
        return "decisions-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".jsonl";
    }

    private static String line(Workload workload) {
        Demand demand = workload.demand();
        Map<String, Object> fields = span(workload.runs());
        fields.put("workload", workload.id());
        fields.put("accelerators", demand.accelerators());
        fields.put("gpu_milli", demand.gpuMilli());
        fields.put("cpu_milli", demand.cpuMilli());
        fields.put("memory_bytes", demand.memoryBytes());
        fields.put("preemptible", demand.preemptible());
        fields.put("eu_bound", demand.euBound());
        fields.put("denied_providers", demand.deniedProviders());
        fields.put("egress_bytes", demand.egressBytes());
        return GSON.toJson(fields);
    }

    private static String line(Rental rental) {
        Map<String, Object> fields = span(rental.paid());
        fields.put("machine", rental.machine());
        fields.put("offer", rental.listing().offer());
        return GSON.toJson(fields);
    }

    private static String line(Stay stay) {
        Map<String, Object> fields = span(stay.span());
        fields.put("workload", stay.workload());
        fields.put("on", stay.machine());
        return GSON.toJson(fields);
    }

    private static Map<String, Object> span(Span span) {
        return new TreeMap<>(Map.of("from", span.from(), "to", span.to()));
    }

    private void messages(String file, List<? extends MessageOrBuilder> messages) {
        write(file, messages.stream().map(DecisionLog::json).toList());
    }

    private static String json(MessageOrBuilder message) {
        try {
            return PRINTER.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A message that was received cannot be printed", e);
        }
    }

    private void write(String file, List<String> lines) {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file))) {
            for (String line : lines) {
                out.write(line);
                out.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(file) + " cannot be written", e);
        }
    }
}
