package dev.emplace.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites the jars that Quarkus generated into an application's folder, in place; a second time changes nothing. */
public final class CanonicalApplication {

    private static final List<String> GENERATED = List.of("generated-bytecode.jar", "transformed-bytecode.jar");

    private CanonicalApplication() {}

    /**
     * Rewrites them, once all are read and understood.
     *
     * @param folders of applications, {@code target/quarkus-app} each
     * @throws UnknownShapeException where Quarkus generated what is not known here; nothing is written then
     */
    public static void main(String... folders) throws IOException {
        Map<Path, JarContent> rewritten = new LinkedHashMap<>();
        for (String folder : folders) {
            for (String name : GENERATED) {
                Path jar = Path.of(folder, "quarkus", name);
                rewritten.put(jar, canonical(JarContent.read(jar)));
            }
        }
        for (Map.Entry<Path, JarContent> jar : rewritten.entrySet()) {
            jar.getValue().write(jar.getKey());
        }
    }

    private static JarContent canonical(JarContent content) {
        return content.withClasses(GeneratedClasses.parse(content.classes()).canonical());
    }
}
