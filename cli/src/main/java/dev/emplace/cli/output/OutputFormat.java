package dev.emplace.cli.output;

/** How an answer is printed. */
public enum OutputFormat {
    TABLE,
    JSON,
    YAML
}
