package dev.emplace.reference;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.javadoc.Javadoc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The source of an interface that settings are mapped to.
 *
 * @param module the folder of its module: a service's, or that of all, {@code platform}
 * @param type the interface itself, as the services load it
 * @param comment what stands before it
 * @param comments what stands before each of its methods, also of those in nested groups, by the method's name
 */
record SettingsSource(String module, Class<?> type, String comment, Map<String, String> comments) {

    private static final JavaParser PARSER =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));

    /** Those of every module, in order of their names. */
    static List<SettingsSource> readAll() {
        try (Stream<Path> files = Files.find(
                Reference.ROOT, 12, (path, attributes) -> path.toString().endsWith(".java") && mainSource(path))) {
            return files.sorted().flatMap(SettingsSource::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean mainSource(Path path) {
        return Reference.ROOT.relativize(path).subpath(1, 4).equals(Path.of("src", "main", "java"));
    }

    private static Stream<SettingsSource> read(Path file) {
        String source = text(file);
        if (!source.contains("@ConfigMapping")) {
            return Stream.of();
        }
        return PARSER
                .parse(source)
                .getResult()
                .orElseThrow(() -> new IllegalStateException("No Java: " + file))
                .findAll(ClassOrInterfaceDeclaration.class)
                .stream()
                .filter(type -> type.isAnnotationPresent("ConfigMapping"))
                .map(type -> of(file, type));
    }

    private static SettingsSource of(Path file, ClassOrInterfaceDeclaration type) {
        Map<String, String> comments = new TreeMap<>();
        for (MethodDeclaration method : type.findAll(MethodDeclaration.class)) {
            comments.put(method.getNameAsString(), text(method.getJavadoc().orElse(null)));
        }
        String name = type.getFullyQualifiedName().orElseThrow();
        try {
            return new SettingsSource(
                    Reference.ROOT.relativize(file).getName(0).toString(),
                    Class.forName(name),
                    text(type.getJavadoc().orElse(null)),
                    comments);
        } catch (ClassNotFoundException other) {
            throw new IllegalStateException("Settings of no service: " + name, other);
        }
    }

    private static String text(@Nullable Javadoc comment) {
        return comment == null
                ? ""
                : comment.getDescription()
                        .toText()
                        .strip()
                        .replaceAll("\\s*\\n\\s*", " ")
                        .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
