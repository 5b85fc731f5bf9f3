package dev.emplace.cli.command;

import dev.emplace.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** How to print the answer. */
final class FormatOption {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or yaml (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    OutputFormat format() {
        return format;
    }
}
