package dev.emplace.workload.domain.footprint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a model by its name, or at least the size that the name states. */
public final class ModelTable {
    /** "8x7b" counts a mixture's experts, which share about a sixth of their weights (Mixtral: 46.7B of 56B). */
    private static final Pattern SIZE =
            Pattern.compile("(?<![a-z0-9.])(?:(\\d{1,3})x)?(\\d{1,4}(?:\\.\\d{1,2})?)([mbt])(?![a-z0-9])");

    private static final double MIXTURE_SHARE = 0.83;

    private final List<ModelRow> rows;

    public ModelTable(List<ModelRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The row whose name is the longest one inside the given name. */
    public Optional<ModelRow> find(String name) {
        String normal = normal(name);
        @Nullable ModelRow best = null;
        int longest = 0;
        for (ModelRow row : rows) {
            for (String known : row.names()) {
                if (known.length() > longest && holds(normal, known)) {
                    longest = known.length();
                    best = row;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The number of parameters that a name states, such as 70 billion in "Llama-3.1-70B". */
    public static OptionalLong statedSize(String name) {
        Matcher size = SIZE.matcher(normal(name));
        long largest = 0;
        while (size.find()) {
            double experts = size.group(1) == null ? 1 : Integer.parseInt(size.group(1)) * MIXTURE_SHARE;
            largest = Math.max(largest, Math.round(experts * Double.parseDouble(size.group(2)) * unit(size.group(3))));
        }
        return largest == 0 ? OptionalLong.empty() : OptionalLong.of(largest);
    }

    private static double unit(String letter) {
        return switch (letter.charAt(0)) {
            case 'm' -> 1e6;
            case 'b' -> 1e9;
            default -> 1e12;
        };
    }

    private static String normal(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-').replace("meta-llama", "llama");
    }

    private static boolean holds(String name, String part) {
        int at = name.indexOf(part);
        while (at >= 0) {
            int end = at + part.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
            boolean ends = end == name.length() || !Character.isLetterOrDigit(name.charAt(end));
            if (starts && ends) {
                return true;
            }
            at = name.indexOf(part, at + 1);
        }
        return false;
    }
}
