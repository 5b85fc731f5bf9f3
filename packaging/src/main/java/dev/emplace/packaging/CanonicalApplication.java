package dev.emplace.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Rewrites the jars that Quarkus generated into an application's folder, in place; a second time changes nothing. */
public final class CanonicalApplication {

    private static final List<String> GENERATED = List.of("generated-bytecode.jar", "transformed-bytecode.jar");

    private CanonicalApplication() {}

    /**
     * Rewrites them, one after the other.
     *
     * @param folders of applications, {@code target/quarkus-app} each
     * @throws UnknownShapeException where Quarkus generated what is not known here; nothing is written then
     */
    public static void main(String... folders) throws IOException {
        for (String folder : folders) {
            for (String jar : GENERATED) {
                rewrite(Path.of(folder, "quarkus", jar));
            }
        }
    }

    private static void rewrite(Path jar) throws IOException {
        JarContent content = JarContent.read(jar);
        JarContent canonical =
                content.withClasses(GeneratedClasses.parse(content.classes()).canonical());
        canonical.write(jar);
    }
}
