package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Node;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as manifests write them, placeholders being unknown. */
public final class Quantity {
    private static final int MAX_DIGITS = 9;
    private static final Pattern FRACTION = Pattern.compile("(\\d{0,9})\\.(\\d{1,9})");
    private static final List<String> PLACEHOLDERS = List.of("$", "<", "{{", "PLACEHOLDER", "@@", "%(", "__");

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

    /** How many whole things a number takes: 1 for 0.5, 2 for 1.5. */
    static OptionalInt whole(@Nullable Node node) {
        if (node instanceof Node.Scalar scalar) {
            Matcher parts = FRACTION.matcher(scalar.text().trim());
            if (parts.matches() && !parts.group(2).matches("0*")) {
                return OptionalInt.of(of(parts.group(1)).orElse(0) + 1);
            }
        }
        return of(node);
    }

    /** The number as written where it is below one; "" otherwise. */
    static String fraction(@Nullable Node node) {
        String text = node instanceof Node.Scalar scalar ? scalar.text().trim() : "";
        return FRACTION.matcher(text).matches() && of(text).orElse(0) == 0 ? text : "";
    }

    static boolean placeholder(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && placeholder(scalar.text().trim());
    }

    /** Whether a template's variable stands here instead of a value. */
    public static boolean placeholder(String text) {
        return PLACEHOLDERS.stream().anyMatch(text::startsWith);
    }
}
