package dev.emplace.cli.output;

import dev.emplace.cli.output.Column.Fit;
import dev.emplace.cli.output.Layout.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of text that fits a width: no line is longer. Columns without any cell are not shown. */
public final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Tone tone, List<String> cells) {}

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    public Table row(String... cells) {
        return row(Tone.PLAIN, cells);
    }

    public Table row(Tone tone, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(tone, Stream.of(cells).map(Printable::of).toList()));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines of the table, its headings first. */
    public List<String> lines(int width, Palette palette) {
        List<Slot> slots = Layout.fit(slots(), GAP.length(), width);
        List<String> lines = new ArrayList<>();
        Row headings =
                new Row(Tone.STRONG, columns.stream().map(Column::heading).toList());
        lines.addAll(render(headings, slots, palette));
        rows.forEach(row -> lines.addAll(render(row, slots, palette)));
        return lines;
    }

    private List<Slot> slots() {
        return IntStream.range(0, columns.size())
                .filter(i -> rows.stream().anyMatch(row -> !row.cells().get(i).isEmpty()))
                .mapToObj(i -> new Slot(i, columns.get(i), widest(i)))
                .toList();
    }

    private int widest(int column) {
        int cells = rows.stream()
                .mapToInt(row -> row.cells().get(column).length())
                .max()
                .orElse(0);
        return Math.max(cells, columns.get(column).heading().length());
    }

    private static List<String> render(Row row, List<Slot> slots, Palette palette) {
        List<List<String>> cells = slots.stream()
                .map(slot -> fit(row.cells().get(slot.index()), slot))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> line(row, slots, cells, line, palette))
                .toList();
    }

    private static List<String> fit(String cell, Slot slot) {
        return slot.column().fit() == Fit.WRAPPED
                ? Wrapping.wrap(cell, slot.width())
                : List.of(Wrapping.shorten(cell, slot.width()));
    }

    private static String line(Row row, List<Slot> slots, List<List<String>> cells, int number, Palette palette) {
        StringBuilder line = new StringBuilder();
        int blanks = 0;
        for (int i = 0; i < slots.size(); i++) {
            Column column = slots.get(i).column();
            String text = number < cells.get(i).size() ? cells.get(i).get(number) : "";
            int space = slots.get(i).width() - text.length();
            int before = column.fit() == Fit.NUMBER ? space : 0;
            if (text.isEmpty()) {
                blanks += space + GAP.length();
            } else {
                Tone tone = row.tone() == Tone.PLAIN ? column.tone() : row.tone();
                line.append(" ".repeat(blanks + before)).append(palette.paint(tone, text));
                blanks = space - before + GAP.length();
            }
        }
        return line.toString();
    }
}
