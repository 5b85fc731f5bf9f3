package dev.emplace.cli.output;

import java.io.PrintWriter;

/** What a person reads at a terminal: lines no longer than it is wide, in colours where it shows them. */
public final class Sheet {

    private static final int INDENT = 2;

    private final PrintWriter out;
    private final int width;
    private final Palette palette;
    private final int margin;

    public Sheet(PrintWriter out, int width, Palette palette) {
        this(out, width, palette, 0);
    }

    private Sheet(PrintWriter out, int width, Palette palette, int margin) {
        this.out = out;
        this.width = width;
        this.palette = palette;
        this.margin = margin;
    }

    /** The same sheet, a little further to the right. */
    public Sheet indented() {
        return new Sheet(out, width, palette, margin + INDENT);
    }

    public Sheet line(String text) {
        return line(Tone.PLAIN, text);
    }

    public Sheet line(Tone tone, String text) {
        Wrapping.wrap(Printable.of(text), width - margin).forEach(line -> put(palette.paint(tone, line)));
        return this;
    }

    /** A labelled text, such as {@code habitat: ...}; what does not fit the line goes on below, indented. Empty: none. */
    public Sheet item(String label, String text) {
        return item(Tone.PLAIN, label, text);
    }

    public Sheet item(Tone tone, String label, String text) {
        if (text.isEmpty()) {
            return this;
        }
        String hang = " ".repeat(INDENT);
        String whole = Printable.of(label + ": " + text);
        String first = Wrapping.wrap(whole, width - margin).get(0);
        put(palette.paint(tone, first));
        String rest = whole.substring(Math.min(whole.length(), first.length())).strip();
        if (!rest.isEmpty()) {
            Wrapping.wrap(rest, width - margin - INDENT).forEach(line -> put(hang + palette.paint(tone, line)));
        }
        return this;
    }

    public Sheet heading(String text) {
        return line(Tone.STRONG, text);
    }

    /** The table, unless it is empty. */
    public Sheet table(Table table) {
        if (!table.isEmpty()) {
            table.lines(width - margin, palette).forEach(this::put);
        }
        return this;
    }

    public Sheet blank() {
        out.println();
        return this;
    }

    private void put(String line) {
        out.println((" ".repeat(margin) + line).stripTrailing());
    }
}
