package dev.emplace.bench.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The measurements of one run, in the order in which they are made. */
public record Chosen(List<Measurement> measurements) {

    public Chosen {
        measurements = List.copyOf(measurements);
    }

    /**
     * Those of the given names; all where none is given.
     *
     * @throws IllegalArgumentException where there is none of a name
     */
    public static Chosen among(List<Measurement> all, Collection<String> names) {
        names.stream()
                .filter(name -> all.stream().noneMatch(each -> each.name().equals(name)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            "there is no row '" + unknown + "'; there are " + joined(all) + " (all by default)");
                });
        return new Chosen(all.stream()
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .toList());
    }

    /** What is about to be measured, and about how long it takes. */
    public String announcement() {
        Duration usual = measurements.stream().map(Measurement::usual).reduce(Duration.ZERO, Duration::plus);
        return "measuring " + joined(measurements) + ": about " + Math.max(1, usual.toMinutes()) + " minutes";
    }

    /** Measures, and tells the rows as they come: a later one may fail. */
    public List<Row> rows(Consumer<Row> told) {
        List<Row> rows = new ArrayList<>();
        for (Measurement measurement : measurements) {
            List<Row> measured = measurement.work().get();
            measured.forEach(told);
            rows.addAll(measured);
        }
        return rows;
    }

    private static String joined(List<Measurement> measurements) {
        return measurements.stream().map(Measurement::name).collect(Collectors.joining(", "));
    }
}
