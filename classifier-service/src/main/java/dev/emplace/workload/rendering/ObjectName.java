package dev.emplace.workload.rendering;

import java.util.Locale;

/** Names as Kubernetes takes them: DNS labels. */
final class ObjectName {
    /** Of 63 characters, some are left for a number behind it. */
    private static final int LONGEST = 50;

    private ObjectName() {}

    static String of(String text, String otherwise) {
        String name = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = name.substring(0, Math.min(LONGEST, name.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }
}
