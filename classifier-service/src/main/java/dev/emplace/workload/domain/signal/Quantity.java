package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Node;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Whole numbers as manifests write them, placeholders being unknown. */
final class Quantity {
    private static final int MAX_DIGITS = 9;

    private Quantity() {}

    /** The leading whole number of "8" or "4+"; empty for {@code ${GPUS}} and other text. */
    static OptionalInt of(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == 0 || end > MAX_DIGITS) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(text.substring(0, end));
        return OptionalInt.of(value);
    }

    static OptionalInt of(@Nullable Node node) {
        return node instanceof Node.Scalar scalar ? of(scalar.text().trim()) : OptionalInt.empty();
    }

    static boolean placeholder(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && placeholder(scalar.text());
    }

    static boolean placeholder(String text) {
        return text.startsWith("$") || text.startsWith("<") || text.startsWith("{{") || text.startsWith("PLACEHOLDER");
    }
}
