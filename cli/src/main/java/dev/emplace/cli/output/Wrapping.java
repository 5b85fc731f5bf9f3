package dev.emplace.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a certain width. */
final class Wrapping {

    private static final String JOINTS = "/.,:;=_-";

    private Wrapping() {}

    /** The lines of {@code text}, none longer than {@code width}: broken between words, and inside those too long. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > width) {
                int end = joint(line, width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Where to break a word that is too long: behind its last joint that is not near the start, else at the width. */
    private static int joint(CharSequence word, int width) {
        for (int end = width; end > width / 2; end--) {
            if (JOINTS.indexOf(word.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return width;
    }

    /** The text with its middle left out where it is longer than {@code width}: both ends tell names apart. */
    static String shorten(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int tail = (width - 1) / 2;
        return text.substring(0, width - 1 - tail) + "…" + text.substring(text.length() - tail);
    }
}
