package dev.emplace.bench.usage;

import dev.emplace.bench.data.Csv;
import dev.emplace.bench.report.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Fourteen days of production serving, in requests and in written tokens. */
record ServingLoads(Path folder) {
    List<Row> rows() {
        return Stream.of("m-large", "m-small").flatMap(this::rows).toList();
    }

    private Stream<Row> rows(String model) {
        List<Csv.Line> lines =
                Csv.read(folder.resolve("language_" + model + ".csv")).rows();
        return Stream.of(
                row(model + ", requests", lines, line -> line.number("requests_per_second")),
                row(model + ", written tokens", lines, ServingLoads::tokens));
    }

    /** Where there were no requests, their length is left blank. */
    private static double tokens(Csv.Line line) {
        String each = line.text("mean_output_tokens");
        return each.isEmpty() ? 0 : line.number("requests_per_second") * Double.parseDouble(each);
    }

    private static Row row(String name, List<Csv.Line> lines, ToDoubleFunction<Csv.Line> load) {
        return new Halves(
                        name,
                        lines.stream()
                                .mapToLong(line -> line.count("t_seconds"))
                                .toArray(),
                        lines.stream().mapToDouble(load).toArray())
                .row();
    }
}
