package dev.emplace.replay.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A trace in CSV with a line of headings. */
final class TraceFile {

    private static final int MOST_ROWS = 1_000_000;

    private TraceFile() {}

    static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = reader.stream().limit(MOST_ROWS + 1L).toList();
            if (rows.isEmpty() || rows.size() > MOST_ROWS) {
                throw new TraceException(file + " has " + (rows.isEmpty() ? "no rows" : "more than 1,000,000 rows"));
            }
            return rows;
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw new TraceException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    static boolean has(NamedCsvRecord row, String... columns) {
        return Set.copyOf(row.getHeader()).containsAll(List.of(columns));
    }

    static long number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(row, column, text, "a whole number");
        }
    }

    static double decimal(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(row, column, text, "a number");
        }
        throw wrong(row, column, text, "a number from 0 on");
    }

    private static TraceException wrong(NamedCsvRecord row, String column, String text, String wanted) {
        return new TraceException(
                "line " + row.getStartingLineNumber() + ": " + column + " is '" + text + "'; it must be " + wanted);
    }
}
