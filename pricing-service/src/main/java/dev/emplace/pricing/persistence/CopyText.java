package dev.emplace.pricing.persistence;

import java.math.BigDecimal;
import java.util.Optional;

/** Values in the text format of COPY. */
final class CopyText {

    private CopyText() {}

    static void append(Optional<?> value, StringBuilder line) {
        if (value.isEmpty()) {
            line.append("\\N");
        } else if (value.get() instanceof BigDecimal number) {
            line.append(number.toPlainString());
        } else {
            appendEscaped(value.get().toString(), line);
        }
    }

    /** What needs no escape, which is nearly all, is appended as a whole. */
    private static void appendEscaped(String text, StringBuilder line) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' || character < ' ') {
                line.append(text, rest, i).append(escaped(character));
                rest = i + 1;
            }
        }
        line.append(text, rest, text.length());
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> String.valueOf(character);
        };
    }
}
