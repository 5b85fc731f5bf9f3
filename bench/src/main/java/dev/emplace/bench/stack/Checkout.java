package dev.emplace.bench.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The built checkout whose services are measured; {@code ./emplace bench} says where it is. */
final class Checkout {

    private Checkout() {}

    /** The packaged application of a module, as it ships. */
    static Path application(String module) {
        Path jar = Path.of(
                System.getProperty("emplace.checkout", "."), module, "target", "quarkus-app", "quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not there; start this with the launcher, ./emplace bench");
        }
        return jar;
    }
}
