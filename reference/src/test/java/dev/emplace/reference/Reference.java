package dev.emplace.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A generated document.
 *
 * @param file where it is, from the root of the repository
 * @param text what the code and the contracts say that it holds
 */
record Reference(String file, String text) {

    /** How somebody at the root of the repository writes all of them anew. */
    static final String COMMAND = "`.ci/references`";

    static final Path ROOT = Path.of("..");

    static List<Reference> all() {
        Contracts contracts = Contracts.load();
        return Stream.concat(
                        RpcsReference.of(contracts).stream(),
                        Stream.of(ErrorsReference.of(contracts), ConfigurationReference.of(SettingsSource.readAll())))
                .toList();
    }

    /** What the file holds now; empty where there is none. */
    String written() {
        Path path = ROOT.resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write() {
        Path path = ROOT.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
