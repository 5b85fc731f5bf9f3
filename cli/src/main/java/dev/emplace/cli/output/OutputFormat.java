package dev.emplace.cli.output;

import java.util.Locale;

/** How an answer is printed. */
public enum OutputFormat {
    TABLE,
    JSON,
    YAML;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
