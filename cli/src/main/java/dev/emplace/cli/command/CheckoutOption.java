package dev.emplace.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the build lies, and where the suite keeps its data. */
final class CheckoutOption {

    @Option(
            names = "--checkout",
            hidden = true,
            defaultValue = "${sys:emplace.checkout:-.}",
            description = "the folder that the services were built in; the launcher sets it")
    private Path folder = Path.of(".");

    Path folder() {
        return folder;
    }

    /** {@code EMPLACE_HOME}, else {@code ~/.emplace}. */
    Path home() {
        return Optional.ofNullable(System.getenv("EMPLACE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".emplace"));
    }
}
