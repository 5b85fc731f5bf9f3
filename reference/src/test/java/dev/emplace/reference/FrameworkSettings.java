package dev.emplace.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A properties file that ships with services.
 *
 * @param title whose it is
 * @param file where it is, from the root of the repository
 */
record FrameworkSettings(String title, String file) {

    static List<FrameworkSettings> readAll() {
        return Stream.concat(
                        Stream.of(new FrameworkSettings(
                                "Every service",
                                "platform/src/main/resources/META-INF/microprofile-config.properties")),
                        Stream.of("pricing-service", "power-service", "classifier-service")
                                .map(service -> new FrameworkSettings(
                                        service, service + "/src/main/resources/application.properties")))
                .toList();
    }

    void writeTo(Markdown page) {
        page.heading(3, title).table(List.of("property", "value", "why"), rows());
    }

    /** A comment is said of the property that follows it. */
    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("#")) {
                comment.add(line.substring(1).strip());
            } else {
                property(line, Markdown.escaped(String.join(" ", comment))).ifPresent(rows::add);
                comment.clear();
            }
        }
        return rows;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(Reference.ROOT.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<List<String>> property(String line, String comment) {
        Properties parsed = new Properties();
        try {
            parsed.load(new StringReader(line));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parsed.stringPropertyNames().stream()
                .findFirst()
                .map(name -> List.of(
                        Markdown.code(name),
                        Markdown.code(parsed.getProperty(name).strip()),
                        comment));
    }
}
