package dev.emplace.pricing.persistence;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;

/** Values in the text format of COPY. */
final class CopyText {

    private CopyText() {}

    static void write(Optional<?> value, Writer out) throws IOException {
        if (value.isEmpty()) {
            out.write("\\N");
        } else if (value.get() instanceof BigDecimal number) {
            out.write(number.toPlainString());
        } else {
            writeEscaped(value.get().toString(), out);
        }
    }

    private static void writeEscaped(String text, Writer out) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> out.write("\\\\");
                case '\t' -> out.write("\\t");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                default -> out.write(character);
            }
        }
    }
}
