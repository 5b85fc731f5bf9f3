package dev.emplace.bench.report;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All rows of one run, with the machine that they were measured on. */
public record Report(String subject, String machine, List<Row> rows) {

    private static final List<String> HEADINGS = List.of("NAME", "VALUE", "BASELINE", "", "RATIO", "TARGET", "MET");

    public Report {
        rows = List.copyOf(rows);
    }

    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("subject", subject);
        document.put("machine", machine);
        document.put("rows", rows.stream().map(Report::fields).toList());
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(document) + "\n";
    }

    public String table() {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        rows.forEach(row -> lines.add(cells(row)));
        String table = lines.stream().map(line -> padded(line, lines)).collect(Collectors.joining("\n"));
        return subject + ", " + machine + "\n\n" + table + "\n" + notes();
    }

    private String notes() {
        return rows.stream()
                .filter(row -> !note(row).isEmpty())
                .map(row -> "\n" + row.name() + ": " + note(row))
                .collect(Collectors.joining("", "", "\n"));
    }

    private static String note(Row row) {
        return row instanceof Row.Measured measured ? measured.note() : ((Row.NotRun) row).reason();
    }

    private static Map<String, Object> fields(Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name());
        fields.put("against", row.baseline());
        fields.put("target", row.target().toString());
        if (row instanceof Row.Measured measured) {
            fields.put("unit", measured.unit());
            fields.put("value", measured.value());
            fields.put("baseline", measured.baselineValue());
            fields.put("ratio", measured.ratio());
            fields.put("met", measured.met());
            fields.put("note", measured.note());
        } else if (row instanceof Row.NotRun notRun) {
            fields.put("met", "NOT_RUN");
            fields.put("note", notRun.reason());
        }
        return fields;
    }

    private static List<String> cells(Row row) {
        if (row instanceof Row.Measured measured) {
            return List.of(
                    row.name(),
                    figure(measured.value()) + " " + measured.unit(),
                    figure(measured.baselineValue()) + " " + measured.unit(),
                    row.baseline(),
                    figure(measured.ratio()),
                    row.target().toString(),
                    measured.met() ? "yes" : "no");
        }
        return List.of(row.name(), "", "", row.baseline(), "", row.target().toString(), "NOT_RUN");
    }

    private static String padded(List<String> line, List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            int column = i;
            int width = lines.stream()
                    .mapToInt(other -> other.get(column).length())
                    .max()
                    .orElse(0);
            text.append(line.get(i)).append(" ".repeat(width - line.get(i).length() + 2));
        }
        return text.toString().stripTrailing();
    }

    private static String figure(double value) {
        return value >= 1000 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
