package dev.emplace.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A document in GitHub's Markdown, built from top to bottom. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    /** The head that tells a reader where to change what follows. */
    static Markdown generated(String title, String from) {
        return new Markdown().heading(1, title).paragraph("Generated from " + from + ": " + Reference.COMMAND + ".");
    }

    /** Text of a comment, in which only what is in backquotes is markup. */
    static String escaped(String comment) {
        String[] parts = comment.split("`", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replaceAll("[<*]", "\\\\$0");
        }
        return String.join("`", parts);
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    /** The anchor that GitHub gives to a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    Markdown heading(int level, String title) {
        return block("#".repeat(level) + " " + title);
    }

    Markdown paragraph(String paragraph) {
        return paragraph.isEmpty() ? this : block(paragraph);
    }

    /** A table; without rows, nothing. */
    Markdown table(List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        String lines = rows.stream().map(Markdown::row).collect(Collectors.joining("\n"));
        return block(row(columns) + "\n" + "|---".repeat(columns.size()) + "|\n" + lines);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private Markdown block(String block) {
        text.append(text.isEmpty() ? "" : "\n").append(block).append('\n');
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n\n", "<br>").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
