package dev.emplace.bench.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table of plain values with a line of headings; no value has a comma. */
public record Csv(List<Line> rows) {
    /** One line of values. */
    public record Line(List<String> headings, List<String> values) {
        public boolean has(String column) {
            return headings.contains(column);
        }

        public String text(String column) {
            int place = headings.indexOf(column);
            if (place < 0) {
                throw new IllegalArgumentException("no column " + column + " among " + headings);
            }
            return values.get(place);
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public int count(String column) {
            return Integer.parseInt(text(column));
        }
    }

    public static Csv read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
        List<String> headings = List.of(lines.get(0).split(",", -1));
        return new Csv(lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> new Line(headings, List.of(line.split(",", -1))))
                .toList());
    }
}
