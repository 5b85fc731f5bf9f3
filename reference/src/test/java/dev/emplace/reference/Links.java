package dev.emplace.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links of a document to files and headings of the repository. */
final class Links {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private Links() {}

    static Stream<Link> of(Reference reference) {
        Path from = Reference.ROOT.resolve(reference.file());
        return LINK.matcher(reference.text().replaceAll("`[^`]*`", ""))
                .results()
                .map(match -> {
                    Path target = match.group(1).isEmpty() ? from : from.resolveSibling(match.group(1));
                    return new Link(target.normalize(), match.group(2) == null ? "" : match.group(2));
                });
    }

    /**
     * A link.
     *
     * @param anchor a heading of the target; empty for all of it
     */
    record Link(Path target, String anchor) {

        boolean leadsSomewhere() {
            return Files.exists(target)
                    && (anchor.isEmpty()
                            || HEADING.matcher(read(target))
                                    .results()
                                    .anyMatch(heading ->
                                            Markdown.anchor(heading.group(1)).equals(anchor)));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
