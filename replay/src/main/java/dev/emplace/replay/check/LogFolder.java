package dev.emplace.replay.check;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a replay. */
record LogFolder(Path folder) {

    List<JsonObject> lines(String file) {
        try (Stream<String> lines = Files.lines(folder.resolve(file))) {
            return lines.map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(file) + " cannot be read", e);
        }
    }

    JsonObject terms() {
        return lines("terms.json").get(0);
    }
}
