package dev.emplace.k8s;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documents of a YAML file; a key that comes twice is refused. */
final class YamlFile {

    private YamlFile() {}

    static List<Manifest> read(Path file) {
        String label = relative(file);
        return documents(text(file)).stream()
                .map(json -> new Manifest(label, json))
                .toList();
    }

    static List<JsonObject> documents(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Gson gson = new Gson();
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(strict)).loadAll(text).spliterator(), false)
                .map(document -> gson.toJsonTree(document).getAsJsonObject())
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As somebody at the root of the repository would name it. */
    static String relative(Path file) {
        Path module = Path.of("").toAbsolutePath();
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(module) ? module.getFileName() + "/" + module.relativize(whole) : whole.toString();
    }
}
