package dev.emplace.cli.suite;

import dev.emplace.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder of PostgreSQL's data. Its name carries the major version, because no other can read it.
 *
 * @param path not there before the first start
 */
record DataFolder(Path path) {

    static final int MAJOR = 17;

    private static final String PREFIX = "postgres-";

    /**
     * The folder in a home.
     *
     * @throws CliException if what the home holds was made by another major version, and so would not be seen
     */
    static DataFolder in(Path home) throws IOException {
        DataFolder folder = new DataFolder(home.resolve(PREFIX + MAJOR));
        Optional<DataFolder> other = folder.exists() ? Optional.of(folder) : newest(home);
        OptionalInt made = other.map(DataFolder::madeBy).orElse(OptionalInt.empty());
        if (made.isPresent() && made.getAsInt() != MAJOR) {
            throw otherMajor(other.orElseThrow().path(), made.getAsInt());
        }
        return folder;
    }

    private static Optional<DataFolder> newest(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d+"))
                    .map(DataFolder::new)
                    .filter(DataFolder::exists)
                    .max((one, other) -> Integer.compare(
                            one.madeBy().orElse(0), other.madeBy().orElse(0)));
        }
    }

    private static CliException otherMajor(Path path, int made) {
        String keep = made > MAJOR
                ? "update Emplace"
                : "start the Emplace that made it, or take it along as docs/operations.md says";
        return new CliException(path + " was made by PostgreSQL " + made + ", and this Emplace has PostgreSQL " + MAJOR
                + ", which cannot read it. To keep what it holds, " + keep + "; to begin anew, move it away: mv " + path
                + " " + path + ".old");
    }

    boolean exists() {
        return Files.exists(version());
    }

    /** What initdb wrote, and nothing ever writes again. */
    Path version() {
        return path.resolve("PG_VERSION");
    }

    private OptionalInt madeBy() {
        try {
            return IntStream.of(Integer.parseInt(Files.readString(version()).strip()))
                    .findFirst();
        } catch (IOException | NumberFormatException unreadable) {
            return OptionalInt.empty();
        }
    }
}
