package dev.emplace.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text whose columns are as wide as they must be; the last one wraps at the given width. */
public final class Table {

    private static final String GAP = "  ";
    private static final int LEAST_LAST_COLUMN = 24;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final int width;

    public Table(int width, Column... columns) {
        this.width = width;
        this.columns = List.of(columns);
    }

    /** One column: its heading, and whether its cells are numbers. */
    public record Column(String heading, boolean number) {
        public static Column text(String heading) {
            return new Column(heading, false);
        }

        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.addAll(render(columns.stream().map(Column::heading).toList(), widths));
        rows.forEach(row -> lines.addAll(render(row, widths)));
        return String.join("\n", lines) + "\n";
    }

    private int[] widths() {
        int[] widths = IntStream.range(0, columns.size()).map(this::widest).toArray();
        int before = IntStream.of(widths).limit(widths.length - 1L).sum() + GAP.length() * (widths.length - 1);
        int last = widths.length - 1;
        widths[last] = Math.min(widths[last], Math.max(LEAST_LAST_COLUMN, width - before));
        return widths;
    }

    private int widest(int column) {
        int cells =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(cells, columns.get(column).heading().length());
    }

    private List<String> render(List<String> cells, int[] widths) {
        int last = cells.size() - 1;
        List<String> wrapped = Wrapping.wrap(cells.get(last), widths[last]);
        String head = IntStream.range(0, last)
                .mapToObj(i -> pad(cells.get(i), widths[i], columns.get(i).number()) + GAP)
                .collect(Collectors.joining());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < wrapped.size(); i++) {
            String lead = i == 0 ? head : " ".repeat(head.length());
            lines.add((lead + lastCell(wrapped.get(i), widths[last])).stripTrailing());
        }
        return lines;
    }

    private String lastCell(String text, int cellWidth) {
        return pad(text, cellWidth, columns.get(columns.size() - 1).number());
    }

    private static String pad(String text, int cellWidth, boolean number) {
        String space = " ".repeat(Math.max(0, cellWidth - text.length()));
        return number ? space + text : text + space;
    }
}
