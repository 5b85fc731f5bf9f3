package dev.emplace.supply;

import dev.emplace.supply.BillOfMaterials.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * A published vulnerability of a library that ships: a row of docs/advisories.md.
 *
 * @param id as published
 * @param library group and artifact, which may end in *
 * @param affected versions, as Maven writes ranges
 * @param reached whether it matters to us; else the row says why not
 */
record Advisory(String id, String library, VersionRange affected, boolean reached) {

    private static final Path DOCUMENT = Path.of("..", "docs", "advisories.md");

    static List<Advisory> all() {
        try {
            return Files.readAllLines(DOCUMENT).stream()
                    .filter(line -> line.startsWith("| CVE-") || line.startsWith("| GHSA-"))
                    .map(Advisory::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isAbout(Component component) {
        return library.endsWith("*")
                ? component.name().startsWith(library.substring(0, library.length() - 1))
                : component.name().equals(library);
    }

    boolean affects(Component component) {
        return isAbout(component) && affected.containsVersion(new DefaultArtifactVersion(component.version()));
    }

    @Override
    public String toString() {
        return id + " of " + library;
    }

    private static Advisory of(String row) {
        List<String> cells =
                Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
        try {
            return new Advisory(
                    cells.get(1),
                    bare(cells.get(2)),
                    VersionRange.createFromVersionSpec(bare(cells.get(3))),
                    !cells.get(5).startsWith("not reached: "));
        } catch (InvalidVersionSpecificationException malformed) {
            throw new IllegalStateException("No range of versions: " + row, malformed);
        }
    }

    private static String bare(String code) {
        return code.replace("`", "");
    }
}
