package dev.emplace.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is handed out of one module: a service, or the command line.
 *
 * @param module the module's folder
 * @param folders where its libraries are, from the module's folder
 */
record Distribution(String module, List<String> folders) {

    static List<Distribution> all() {
        List<String> service = List.of("target/quarkus-app/lib/boot", "target/quarkus-app/lib/main");
        return List.of(
                new Distribution("pricing-service", service),
                new Distribution("power-service", service),
                new Distribution("classifier-service", service),
                new Distribution("cli", List.of("target/lib")));
    }

    BillOfMaterials bill() {
        return BillOfMaterials.read(folder().resolve("target/sbom.json"));
    }

    /** SHA-256 of every library by the name of its file. */
    Map<String, String> libraries() {
        Map<String, String> libraries = new TreeMap<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(folder().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .forEach(file -> libraries.put(file.getFileName().toString(), sha256(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return libraries;
    }

    @Override
    public String toString() {
        return module;
    }

    private Path folder() {
        return Path.of("..", module);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
