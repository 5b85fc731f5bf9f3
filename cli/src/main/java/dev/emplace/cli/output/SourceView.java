package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.QuarantineCount;
import dev.emplace.api.pricing.v1.SourceStatus;
import java.util.List;
import java.util.Locale;

/** Where prices come from, and how fresh that is. */
public final class SourceView {

    private SourceView() {}

    public static Table table(List<SourceStatus> sources) {
        Table table = new Table(
                Column.name("SOURCE", 16),
                Column.text("OBSERVED"),
                Column.number("AGE"),
                Column.number("MAY BE"),
                Column.text("STATE"),
                Column.number("ROWS"),
                Column.number("QUARANTINED"),
                Column.prose("READ", 16).leftOut(1));
        sources.forEach(source -> table.row(
                source.getStale() ? Tone.DOUBTFUL : Tone.PLAIN,
                Names.id(source.getName()),
                source.hasObservedTime() ? Figures.date(source.getObservedTime()) : "",
                source.hasAge() ? Figures.span(source.getAge()) : "",
                source.hasAge() ? Figures.span(source.getStaleAfter()) : "",
                state(source),
                source.hasLastImport() ? number(source.getLastImport().getRowCount()) : "",
                number(source.getQuarantinedList().stream()
                        .mapToLong(QuarantineCount::getRowCount)
                        .sum()),
                read(source)));
        return table;
    }

    private static String state(SourceStatus source) {
        if (source.getStale()) {
            return "stale";
        }
        return source.hasObservedTime() ? "fresh" : "by price";
    }

    private static String read(SourceStatus source) {
        var shared = source.getReadersCount() == 0 ? "" : "only for " + String.join(", ", source.getReadersList());
        if (!source.hasSchedule()) {
            return shared;
        }
        var schedule = source.getSchedule();
        return (shared.isEmpty() ? "" : shared + "; ")
                + "every " + Figures.span(schedule.getInterval())
                + (schedule.getProblem().isEmpty() ? "" : "; failed: " + schedule.getProblem());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
